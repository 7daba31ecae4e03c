using Cake.Frosting;
using TickStack.Build.Manifests;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Deploy-InfluxDb")]
[TaskDescription("Deploys InfluxDB and waits until its rollout is complete")]
[IsDependentOn(typeof(PublishInfluxDbTask))]
[IsDependentOn(typeof(ApplyInfrastructureTask))]
public sealed class DeployInfluxDbTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<DeployStep>().RunAsync(StackService.InfluxDb, context.Cancellation);
}
