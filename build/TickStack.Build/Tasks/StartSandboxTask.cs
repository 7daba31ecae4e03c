using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Start-Sandbox")]
[TaskDescription("Starts the sandbox: AWS emulator, Docker engine and registry on this machine")]
public sealed class StartSandboxTask : StackTask
{
    protected override Task ExecuteAsync(BuildContext context) => context.Step<SandboxStep>().StartAsync(context.Cancellation);
}
