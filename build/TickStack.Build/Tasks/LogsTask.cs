using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Logs")]
[TaskDescription("Shows what the containers write")]
public sealed class LogsTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<LogsStep>().RunAsync(context.Cancellation);
}
