using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Publish-Chronograf")]
[TaskDescription("Builds and pushes the Chronograf image, unless its content is in the repository already")]
[IsDependentOn(typeof(ApplyRegistryTask))]
public sealed class PublishChronografTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<PublishStep>().RunAsync(Component.Chronograf, context.Cancellation);
}
