using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

[TaskName("Publish-InfluxDb")]
[TaskDescription("Builds and pushes the InfluxDB image, unless its content is in the repository already")]
[IsDependentOn(typeof(ApplyRegistryTask))]
public sealed class PublishInfluxDbTask() : PublishImageTask(Component.InfluxDb);
