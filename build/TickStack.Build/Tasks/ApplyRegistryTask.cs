using Cake.Frosting;
using TickStack.Build.Infrastructure;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Apply-Registry")]
[TaskDescription("Makes the four image repositories (terraform/registry)")]
public sealed class ApplyRegistryTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Step<ApplyStep>().RunAsync(TerraformRoot.Registry, context.Cancellation);
}
