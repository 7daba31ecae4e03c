using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

[TaskName("Publish-Telegraf")]
[TaskDescription("Builds and pushes the Telegraf image, unless its content is in the repository already")]
[IsDependentOn(typeof(ApplyRegistryTask))]
public sealed class PublishTelegrafTask() : PublishImageTask(Component.Telegraf);
