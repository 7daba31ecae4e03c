using TickStack.Build.Options;

namespace TickStack.Build.Tasks;

/// <summary>A task with a body.</summary>
public abstract class StackTask : AsyncFrostingTask<BuildContext>
{
    /// <summary>What it reads from the command line.</summary>
    public virtual IReadOnlyList<KnownOption> Options => [];

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

/// <inheritdoc cref="CloudTask"/>
/// <typeparam name="TOptions">What it reads from the command line.</typeparam>
public abstract class CloudTask<TOptions> : CloudTask
    where TOptions : ITargetOptions<TOptions>
{
    public sealed override IReadOnlyList<KnownOption> Options => TOptions.Known;

    protected sealed override Task RunInCloudAsync(BuildContext context) => RunInCloudAsync(context, TOptions.Read(context.CommandLine));

    protected abstract Task RunInCloudAsync(BuildContext context, TOptions options);
}
