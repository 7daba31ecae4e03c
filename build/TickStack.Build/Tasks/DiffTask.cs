using Cake.Frosting;
using TickStack.Build.Settings.Options;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Diff")]
[TaskDescription("Shows what a deploy would change in the services, and changes nothing; exit code 2 when something differs")]
public sealed class DiffTask : CloudTask
{
    protected override async Task RunInCloudAsync(BuildContext context)
    {
        foreach (var service in ChosenServices.Of(context.Step<RunOptions>()))
        {
            await context.Step<DiffStep>().RunAsync(service, context.Cancellation);
        }
    }
}
