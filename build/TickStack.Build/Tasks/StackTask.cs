using Cake.Frosting;

namespace TickStack.Build.Tasks;

/// <summary>A task with a body. Remembers why it failed, so that the process can end with the failure's own exit code.</summary>
public abstract class StackTask : AsyncFrostingTask<BuildContext>
{
    public sealed override async Task RunAsync(BuildContext context)
    {
        try
        {
            context.Cancellation.ThrowIfCancellationRequested();
            await ExecuteAsync(context);
        }
        catch (Exception exception)
        {
            context.Outcome.Fail(exception);
            throw;
        }
    }

    protected abstract Task ExecuteAsync(BuildContext context);
}
