namespace TickStack.Build.Tasks;

[TaskName("Bootstrap-State")]
[TaskDescription("Makes the S3 bucket for Terraform's state, once per account: versioned, encrypted, private")]
public sealed class BootstrapStateTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.StateBucket.EnsureAsync(context.Cancellation);
}
