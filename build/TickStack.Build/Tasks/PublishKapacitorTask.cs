using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

[TaskName("Publish-Kapacitor")]
[TaskDescription("Builds and pushes the Kapacitor image, unless its content is in the repository already")]
[IsDependentOn(typeof(ApplyRegistryTask))]
public sealed class PublishKapacitorTask() : PublishImageTask(Component.Kapacitor);
