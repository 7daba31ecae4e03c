using TickStack.Build.Infrastructure;
using TickStack.Build.Reporting;
using TickStack.Build.Settings.Options;
using TickStack.Build.Tools.Terraform;

namespace TickStack.Build.Tasks.Steps;

/// <summary>What Apply-Infrastructure would change.</summary>
public sealed class PlanStep(CapacityStep capacity, InfrastructureStage infrastructure, RootFolders folders, RunOptions options, IPlanReport report)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await capacity.RunAsync(cancellationToken);
        var plan = await infrastructure.PlanAsync(TerraformRoot.Cluster, cancellationToken);
        if (options.Full && plan.Changes.Count > 0)
        {
            report.Whole(await File.ReadAllTextAsync(folders.PlanText(TerraformRoot.Cluster.Plan), cancellationToken));
        }
    }
}
