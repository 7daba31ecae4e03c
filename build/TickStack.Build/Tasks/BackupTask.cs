using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Backup")]
[TaskDescription("Takes a snapshot of the data volume now")]
public sealed class BackupTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<BackupStep>().RunAsync(context.Cancellation);
}
