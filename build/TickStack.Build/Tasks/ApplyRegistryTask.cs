using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Apply-Registry")]
[TaskDescription("Makes the four image repositories (terraform/registry)")]
public sealed class ApplyRegistryTask : CloudTask
{
    protected override async Task RunInCloudAsync(BuildContext context)
    {
        // The cluster's plan needs nothing of the repositories or the images, and takes as long as they do.
        if (context.Targets.Include(TerraformRoot.Cluster.ApplyTarget) && !ApplyOptions.Read(context.CommandLine).Approved)
        {
            context.PlanAhead.Begin(cancellationToken => ApplyInfrastructureTask.PlanAsync(context, cancellationToken));
        }

        context.Report.Add(await context.Infrastructure.ApplyAsync(TerraformRoot.Registry, context.Cancellation));
    }
}
