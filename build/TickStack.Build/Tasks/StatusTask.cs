using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Status")]
[TaskDescription("Shows how the services stand; exit code 4 when one is not healthy")]
public sealed class StatusTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<StatusStep>().RunAsync(context.Cancellation);
}
