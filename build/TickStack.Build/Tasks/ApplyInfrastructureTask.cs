using Cake.Frosting;
using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Apply-Infrastructure")]
[TaskDescription("Makes the cluster, its instance, volume, network, names, roles, logs and secrets (terraform/cluster)")]
public sealed class ApplyInfrastructureTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Apply.RunAsync(TerraformRoot.Cluster, context.Cancellation);
}

/// <summary>Terraform root → outputs.</summary>
public sealed class InfrastructureApply(CapacityRequirement capacity, InfrastructureStage infrastructure, RootPlanner planner, PlanAhead ahead, RunTargets targets, RunOptions options, RunReport report)
{
    public async Task RunAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        if (root == TerraformRoot.Cluster)
        {
            report.Add(await ApplyClusterAsync(cancellationToken));
            return;
        }

        // The cluster's plan needs nothing of the repositories or the images, and takes as long as they do.
        if (targets.Include(TerraformRoot.Cluster.ApplyTarget) && !options.Approved)
        {
            ahead.Begin(PlanClusterAsync);
        }

        report.Add(await infrastructure.ApplyAsync(root, cancellationToken));
    }

    private async Task<InfrastructureOutcome> ApplyClusterAsync(CancellationToken cancellationToken)
    {
        if (options.Approved)
        {
            await capacity.RunAsync(cancellationToken);
            return await infrastructure.ApplyApprovedAsync(TerraformRoot.Cluster, cancellationToken);
        }

        return await infrastructure.ApplyAsync(TerraformRoot.Cluster, ahead.Take() ?? PlanClusterAsync(cancellationToken), cancellationToken);
    }

    private async Task<PlanSummary> PlanClusterAsync(CancellationToken cancellationToken)
    {
        await capacity.RunAsync(cancellationToken);
        return await planner.PlanAsync(TerraformRoot.Cluster, cancellationToken);
    }
}
