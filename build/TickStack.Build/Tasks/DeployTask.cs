using TickStack.Build.Ecs;
using TickStack.Build.Manifests;
using TickStack.Build.Options;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Deploy")]
[TaskDescription("Brings the whole stack up: images, infrastructure, InfluxDB, then the rest; what is up to date is left alone")]
[IsDependentOn(typeof(DeployTickTask))]
public sealed class DeployTask : FrostingTask<BuildContext>;

/// <summary>Rendered files → ECS requests → rollout.</summary>
public abstract class DeployServiceTask(StackService service) : CloudTask
{
    public sealed override IReadOnlyList<KnownOption> Options => [RolloutLimits.FailFast];

    protected sealed override async Task RunInCloudAsync(BuildContext context)
    {
        var parts = context.PublishedParts.Of(service);
        var desired = await context.DesiredServices.RenderAsync(service, parts, ManifestRendering.Folder, context.Cancellation);
        var plan = await context.Deployer.PlanAsync(desired, context.Cancellation);
        if (plan.StartsTasks)
        {
            await VerifyTask.VerifyAsync(context, service, plan, parts.Cluster);
            await BackUpAsync(context, plan, parts.Cluster);
        }

        var outcome = await context.Deployer.DeployAsync(plan, context.Cancellation);
        context.Artifacts.Write($"services/{service.Name}.json", outcome);
        context.Report.Add(outcome);
        context.Report.Point(Pointers.To(service, parts.Cluster));
    }

    // Another InfluxDB may write its files in a way that the one before cannot read.
    private static async Task BackUpAsync(BuildContext context, ServicePlan plan, ClusterOutputs cluster)
    {
        if (plan.Replaces(Component.InfluxDb))
        {
            var reason = $"before a deploy over {TaskDefinitionRevision.NameOf(plan.LiveDefinition!.TaskDefinitionArn)}";
            await context.Backup.TakeAsync(cluster.DataVolumeId, reason, context.Cancellation);
        }
    }
}
