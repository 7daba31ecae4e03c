using Cake.Frosting;
using TickStack.Build.Options;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Plan-Infrastructure")]
[TaskDescription("Shows and saves what Apply-Infrastructure would change; changes nothing")]
public sealed class PlanInfrastructureTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Plan.RunAsync(context.Cancellation);
}

/// <summary>What Apply-Infrastructure would change.</summary>
public sealed class InfrastructurePreview(CapacityRequirement capacity, InfrastructureStage infrastructure, RootFolders folders, RunOptions options, IPlanReport report)
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
