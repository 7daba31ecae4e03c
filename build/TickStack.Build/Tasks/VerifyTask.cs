using Cake.Frosting;
using TickStack.Build.Settings.Options;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Verify")]
[TaskDescription("Looks whether the tasks of a deploy could start: images, secrets, log groups, roles, discovery, room in the cluster")]
public sealed class VerifyTask : CloudTask
{
    protected override async Task RunInCloudAsync(BuildContext context)
    {
        foreach (var service in ChosenServices.Of(context.Step<RunOptions>()))
        {
            await context.Step<VerifyStep>().RunAsync(service, context.Cancellation);
        }
    }
}
