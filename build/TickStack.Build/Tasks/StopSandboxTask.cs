using Cake.Frosting;

namespace TickStack.Build.Tasks;

[TaskName("Stop-Sandbox")]
[TaskDescription("Ends what the sandbox started")]
public sealed class StopSandboxTask : EnvironmentTask
{
    protected override Task ExecuteAsync(BuildContext context) => context.Sandbox.StopAsync(context.Cancellation);
}
