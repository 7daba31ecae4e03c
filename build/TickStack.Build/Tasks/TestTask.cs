using Cake.Frosting;
using TickStack.Build.Tools.DotNet;

namespace TickStack.Build.Tasks;

[TaskName("Test")]
[TaskDescription("Runs every test: unit, stand-ins, and the sandbox with its real parts")]
public sealed class TestTask : StackTask
{
    protected override Task ExecuteAsync(BuildContext context) => context.Step<TestRun>().RunAsync(context.Cancellation);
}
