using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Revisions")]
[TaskDescription("Lists the revisions of the task definitions; with --keep, deregisters old ones that nothing uses")]
public sealed class RevisionsTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<RevisionsStep>().RunAsync(context.Cancellation);
}
