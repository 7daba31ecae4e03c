using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Destroy")]
[TaskDescription("Removes the services and the cluster; data volume, key, secrets and repositories stay, unless --include-data")]
public sealed class DestroyTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<DestroyStep>().RunAsync(context.Cancellation);
}
