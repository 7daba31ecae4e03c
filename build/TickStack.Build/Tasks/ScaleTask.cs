using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Scale")]
[TaskDescription("Stops the services for maintenance and starts them again, and changes nothing else about them")]
public sealed class ScaleTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<ScaleStep>().RunAsync(context.Cancellation);
}
