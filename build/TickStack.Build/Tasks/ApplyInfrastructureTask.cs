using Cake.Frosting;
using TickStack.Build.Infrastructure;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Apply-Infrastructure")]
[TaskDescription("Makes the cluster, its instance, volume, network, names, roles, logs and secrets (terraform/cluster)")]
public sealed class ApplyInfrastructureTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<ApplyStep>().RunAsync(TerraformRoot.Cluster, context.Cancellation);
}
