using Cake.Frosting;
using TickStack.Build.Reporting;

namespace TickStack.Build.Tasks;

[TaskName("Default")]
[TaskDescription("Prints the targets, the options and the environments; changes nothing")]
public sealed class DefaultTask : StackTask
{
    protected override Task ExecuteAsync(BuildContext context)
    {
        context.Step<Overview>().Print();
        return Task.CompletedTask;
    }
}
