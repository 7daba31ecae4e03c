using TickStack.Build.Tools.Processes;

namespace TickStack.Build.Infrastructure;

/// <summary>A plan that is made while the run does other things. The engine runs one task after the other, and stays so; one of them
/// begins the plan, a later one takes it.</summary>
public sealed class PlanAhead(Cancellation run, ChildProcesses children) : IDisposable
{
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(run.Token);
    private Task<PlanSummary>? plan;
    private bool isTaken;

    /// <summary>Once per run, and not after it was taken.</summary>
    public void Begin(Func<CancellationToken, Task<PlanSummary>> make)
    {
        if (!isTaken && plan is null)
        {
            plan = Task.Run(() => make(source.Token));
        }
    }

    /// <summary>The plan that was begun, and with it its failure; null when none was.</summary>
    public Task<PlanSummary>? Take()
    {
        isTaken = true;
        return plan;
    }

    /// <summary>Ends a plan that nobody took, so that neither its process nor its lock stays behind. Why it ended is no news: the run
    /// ends for a reason of its own.</summary>
    public async Task AbandonAsync()
    {
        if (isTaken || plan is null)
        {
            return;
        }

        await source.CancelAsync();
        if (!run.Token.IsCancellationRequested)
        {
            // No other child is left at the end of a run; a signal has told them all already, and must not be repeated.
            children.End();
        }

        await ((Task)plan).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => source.Dispose();
}
