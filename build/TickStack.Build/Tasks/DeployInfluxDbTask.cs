using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

[TaskName("Deploy-InfluxDb")]
[TaskDescription("Deploys InfluxDB and waits until its rollout is complete")]
[IsDependentOn(typeof(PublishInfluxDbTask))]
[IsDependentOn(typeof(ApplyInfrastructureTask))]
public sealed class DeployInfluxDbTask() : DeployServiceTask(StackService.InfluxDb);
