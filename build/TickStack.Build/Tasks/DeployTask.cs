using Cake.Frosting;

namespace TickStack.Build.Tasks;

[TaskName("Deploy")]
[TaskDescription("Brings the whole stack up: images, infrastructure, InfluxDB, then the rest; what is up to date is left alone")]
[IsDependentOn(typeof(DeployTickTask))]
public sealed class DeployTask : FrostingTask<BuildContext>;
