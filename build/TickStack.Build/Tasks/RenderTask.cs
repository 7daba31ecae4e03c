using Cake.Frosting;
using TickStack.Build.Manifests;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Render")]
[TaskDescription("Writes docker-compose.yml and ecs-params.yml of both services to artifacts/<environment>/ecs/")]
[IsDependentOn(typeof(PublishTask))]
[IsDependentOn(typeof(ApplyInfrastructureTask))]
public sealed class RenderTask : StackTask
{
    protected override async Task ExecuteAsync(BuildContext context)
    {
        foreach (var service in StackService.All)
        {
            await context.Step<RenderStep>().RunAsync(service, context.Step<PublishedPartsStep>().Run(service), RenderStep.Folder, context.Cancellation);
        }
    }
}
