using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Rollback")]
[TaskDescription("Goes back to the last revision that completed, or to the one that --to names")]
public sealed class RollbackTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<RollbackStep>().RunAsync(context.Cancellation);
}
