using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Plan-Infrastructure")]
[TaskDescription("Shows and saves what Apply-Infrastructure would change; changes nothing")]
public sealed class PlanInfrastructureTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<PlanStep>().RunAsync(context.Cancellation);
}
