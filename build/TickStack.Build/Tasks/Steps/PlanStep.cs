using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tasks.Steps;

/// <summary>What Apply-Infrastructure would change.</summary>
public sealed class PlanStep(CapacityStep capacity, InfrastructureStage infrastructure)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await capacity.RunAsync(cancellationToken);
        await infrastructure.PlanAsync(TerraformRoot.Cluster, cancellationToken);
    }
}
