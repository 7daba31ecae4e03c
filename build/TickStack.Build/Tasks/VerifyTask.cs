using TickStack.Build.Ecs;
using TickStack.Build.Manifests;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Verify")]
[TaskDescription("Looks whether the tasks of a deploy could start: images, secrets, log groups, roles, discovery, room in the cluster")]
public sealed class VerifyTask : CloudTask<ChosenServices>
{
    /// <summary>Whether the tasks of a service could start, before anything is changed.</summary>
    public static async Task VerifyAsync(BuildContext context, StackService service, ServicePlan plan, ClusterOutputs cluster)
    {
        await context.Verifier.VerifyAsync(plan, ServiceExpectations.Of(service, context.Settings, cluster), context.Cancellation);
        context.Steps.Note($"{plan.Desired.ServiceName}: images, secrets, log groups, roles, discovery and room in the cluster are there");
    }

    protected override async Task RunInCloudAsync(BuildContext context, ChosenServices services)
    {
        await context.Capacity.RequireAsync(context.Cancellation);
        foreach (var service in services.All)
        {
            var parts = await context.PlannedParts.OfAsync(service, context.Cancellation);
            var desired = await context.DesiredServices.RenderAsync(service, parts, ManifestRendering.PreviewFolder, context.Cancellation);
            await VerifyAsync(context, service, await context.Deployer.PlanAsync(desired, context.Cancellation), parts.Cluster);
        }
    }
}
