namespace TickStack.Build.Tasks;

/// <summary>A task that needs the environment: the sandbox is up, or the account is the right one, before its body runs.</summary>
public abstract class CloudTask : StackTask
{
    protected sealed override async Task ExecuteAsync(BuildContext context)
    {
        await context.OpenCloudAsync();
        await RunInCloudAsync(context);
    }

    protected abstract Task RunInCloudAsync(BuildContext context);
}
