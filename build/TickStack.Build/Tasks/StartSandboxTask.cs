using Cake.Frosting;

namespace TickStack.Build.Tasks;

[TaskName("Start-Sandbox")]
[TaskDescription("Starts the sandbox: AWS emulator, Docker engine and registry on this machine")]
public sealed class StartSandboxTask : EnvironmentTask
{
    protected override Task ExecuteAsync(BuildContext context) => context.Sandbox.StartAsync(context.Cancellation);
}
