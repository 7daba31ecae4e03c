using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Stop-Sandbox")]
[TaskDescription("Ends what the sandbox started")]
public sealed class StopSandboxTask : StackTask
{
    protected override Task ExecuteAsync(BuildContext context) => context.Step<SandboxStep>().StopAsync(context.Cancellation);
}
