using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Restore")]
[TaskDescription("Puts the data volume back to a snapshot, with the services stopped around it, and keeps the old volume")]
public sealed class RestoreTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<RestoreStep>().RunAsync(context.Cancellation);
}
