using Cake.Frosting;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Apply-Registry")]
[TaskDescription("Makes the four image repositories (terraform/registry)")]
public sealed class ApplyRegistryTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Apply.RunAsync(TerraformRoot.Registry, context.Cancellation);
}
