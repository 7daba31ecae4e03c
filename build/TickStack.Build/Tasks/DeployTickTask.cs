using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

[TaskName("Deploy-Tick")]
[TaskDescription("Deploys Telegraf, Kapacitor and Chronograf, once InfluxDB is up")]
[IsDependentOn(typeof(DeployInfluxDbTask))]
[IsDependentOn(typeof(PublishTelegrafTask))]
[IsDependentOn(typeof(PublishKapacitorTask))]
[IsDependentOn(typeof(PublishChronografTask))]
public sealed class DeployTickTask() : DeployServiceTask(StackService.Tick);
