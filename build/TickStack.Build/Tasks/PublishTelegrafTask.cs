using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Publish-Telegraf")]
[TaskDescription("Builds and pushes the Telegraf image, unless its content is in the repository already")]
[IsDependentOn(typeof(ApplyRegistryTask))]
public sealed class PublishTelegrafTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<PublishStep>().RunAsync(Component.Telegraf, context.Cancellation);
}
