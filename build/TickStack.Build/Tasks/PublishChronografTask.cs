using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

[TaskName("Publish-Chronograf")]
[TaskDescription("Builds and pushes the Chronograf image, unless its content is in the repository already")]
[IsDependentOn(typeof(ApplyRegistryTask))]
public sealed class PublishChronografTask() : PublishImageTask(Component.Chronograf);
