using Cake.Frosting;

namespace TickStack.Build.Tasks;

[TaskName("Publish")]
[TaskDescription("Builds and pushes those of the four images whose content is new")]
[IsDependentOn(typeof(PublishInfluxDbTask))]
[IsDependentOn(typeof(PublishTelegrafTask))]
[IsDependentOn(typeof(PublishKapacitorTask))]
[IsDependentOn(typeof(PublishChronografTask))]
public sealed class PublishTask : FrostingTask<BuildContext>;
