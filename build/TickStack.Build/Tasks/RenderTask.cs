using TickStack.Build.Manifests;
using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

[TaskName("Render")]
[TaskDescription("Writes docker-compose.yml and ecs-params.yml of both services to artifacts/<environment>/ecs/")]
[IsDependentOn(typeof(PublishTask))]
[IsDependentOn(typeof(ApplyInfrastructureTask))]
public sealed class RenderTask : EnvironmentTask
{
    protected override async Task ExecuteAsync(BuildContext context)
    {
        foreach (var service in StackService.All)
        {
            await context.Rendering.RenderAsync(service, context.PublishedParts.Of(service), ManifestRendering.Folder, context.Cancellation);
        }
    }
}
