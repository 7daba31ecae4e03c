using System.Collections.Concurrent;
using System.Diagnostics;

namespace TickStack.Build.Processes;

/// <summary>Every process that this run has started and that still lives, so that none outlives it.</summary>
public sealed class ChildProcesses
{
    private readonly ConcurrentDictionary<int, (Process Process, RunningChild Child)> running = new();

    /// <param name="process">Started.</param>
    /// <param name="inOwnSession">The terminal's Ctrl+C does not reach it.</param>
    public void Add(Process process, bool inOwnSession = false) => running[process.Id] = (process, new RunningChild(process.Id, inOwnSession));

    public void Remove(Process process) => running.TryRemove(process.Id, out _);

    /// <summary>Process id of the child that was started with this environment variable.</summary>
    public int? Find(string variable, string value) => running.Values
        .Select(entry => entry.Process)
        .Where(child => child.StartInfo.Environment.TryGetValue(variable, out var given) && given == value)
        .Select(child => (int?)child.Id)
        .FirstOrDefault();

    /// <summary>
    /// Asks each child to end and, after the grace, ends it with all that it started. Terraform takes a first interrupt as
    /// "finish what you are doing and release the lock", a second one as "stop at once": so however often this is called, each gets
    /// exactly one.
    /// </summary>
    /// <param name="terminalHasTold">True when the terminal has sent the interrupt to the whole foreground group.</param>
    public void End(bool terminalHasTold = false)
    {
        foreach (var (_, child) in running.Values)
        {
            _ = child.EndAsync(terminalHasTold);
        }
    }

    /// <summary>Ends each child with all that it started, now.</summary>
    public void Kill()
    {
        foreach (var (_, child) in running.Values)
        {
            child.Kill();
        }
    }
}

/// <summary>A child that is told to end at most once, by whoever comes first.</summary>
/// <param name="id">Its process id.</param>
/// <param name="inOwnSession">It leads a group that the terminal does not reach.</param>
internal sealed class RunningChild(int id, bool inOwnSession)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private bool isTold;

    /// <summary>Asks it to end and, after the grace, ends it with all that it started. The second call does nothing.</summary>
    /// <param name="terminalHasTold">The terminal has sent the interrupt to the whole foreground group: a child there is not told again.</param>
    public async Task EndAsync(bool terminalHasTold)
    {
        if (Interlocked.Exchange(ref isTold, true) || Find() is not { } process)
        {
            return;
        }

        using (process)
        {
            using var grace = new CancellationTokenSource(Grace);
            await TellAsync(process, terminalHasTold, grace.Token);
            await KillAfterGraceAsync(process, grace.Token);
        }
    }

    /// <summary>Ends it with all that it started, now.</summary>
    public void Kill()
    {
        using var process = Find();
        process?.Kill(entireProcessTree: true);
    }

    // By its id: the process that was started counts as running until its outputs end, which its own children may hold open.
    private Process? Find()
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task TellAsync(Process process, bool terminalHasTold, CancellationToken grace)
    {
        if (!inOwnSession)
        {
            if (!terminalHasTold)
            {
                Signal.Interrupt(id);
            }

            return;
        }

        // A child that was started this very moment has no group of its own yet.
        while (!Signal.InterruptGroup(id) && !process.HasExited && !grace.IsCancellationRequested)
        {
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task KillAfterGraceAsync(Process process, CancellationToken grace)
    {
        try
        {
            await process.WaitForExitAsync(grace);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        if (inOwnSession)
        {
            // What it started and did not wait for.
            Signal.KillGroup(id);
        }
    }
}
