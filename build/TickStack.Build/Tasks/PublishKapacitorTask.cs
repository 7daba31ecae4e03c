using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Publish-Kapacitor")]
[TaskDescription("Builds and pushes the Kapacitor image, unless its content is in the repository already")]
[IsDependentOn(typeof(ApplyRegistryTask))]
public sealed class PublishKapacitorTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<PublishStep>().RunAsync(Component.Kapacitor, context.Cancellation);
}
