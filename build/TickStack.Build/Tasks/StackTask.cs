using Cake.Frosting;

namespace TickStack.Build.Tasks;

/// <summary>A task with a body.</summary>
public abstract class StackTask : AsyncFrostingTask<BuildContext>
{
    public sealed override async Task RunAsync(BuildContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        await ExecuteAsync(context);
    }

    protected abstract Task ExecuteAsync(BuildContext context);
}

/// <summary>A task that needs the environment's settings: they are read, and found right, before the engine starts.</summary>
public abstract class EnvironmentTask : StackTask;

/// <summary>A task that needs the environment itself: the sandbox is up, or the account is the right one, before its body runs.</summary>
public abstract class CloudTask : EnvironmentTask
{
    protected sealed override async Task ExecuteAsync(BuildContext context)
    {
        await context.OpenCloudAsync();
        await RunInCloudAsync(context);
    }

    protected abstract Task RunInCloudAsync(BuildContext context);
}
