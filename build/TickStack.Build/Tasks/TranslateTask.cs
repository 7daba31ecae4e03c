using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Translate")]
[TaskDescription("Writes the requests to ECS that a compose file and its ecs-params stand for, as ecs-cli would send them; calls nothing")]
public sealed class TranslateTask : StackTask
{
    protected override Task ExecuteAsync(BuildContext context)
    {
        context.Step<TranslateStep>().Run();
        return Task.CompletedTask;
    }
}
