using System.Diagnostics;

namespace TickStack.Build.Processes;

/// <summary>The one way to start a program, and every one of them that still lives, so that none outlives this run. A child leads a session of its own where
/// there can be one (<see cref="OwnSession"/>), finds the end of its input, and is read line by line.</summary>
public sealed class ChildProcesses
{
    private readonly HashSet<RunningChild> running = [];
    private readonly Lock gate = new();

    /// <summary>The terminal has sent the interrupt to the whole foreground group: a child there is not told again.</summary>
    public bool TerminalHasTold { get; set; }

    /// <summary>Told of each child right after its start.</summary>
    public event Action<RunningChild>? Started;

    /// <param name="start">Program, arguments, variables and folder; what else a start needs is set here.</param>
    /// <param name="output">Takes each line of standard output, on a thread of its own.</param>
    /// <param name="error">The same of standard error.</param>
    /// <param name="cancellationToken">
    /// When it is cancelled, the child is told to end. Without one the child is left alone by a first signal too: it puts in order what another
    /// one has left.
    /// </param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it cannot be executed.</exception>
    public RunningChild Start(ProcessStartInfo start, Action<string> output, Action<string> error, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var child = RunningChild.Start(start, output, error, mayBeTold: cancellationToken.CanBeCanceled);
        Add(child);
        Started?.Invoke(child);

        // Right away, when the signal came in between.
        var told = cancellationToken.Register(() => _ = child.EndAsync(TerminalHasTold));
        _ = RemoveAtEndAsync(child, told);
        return child;
    }

    public bool Contains(int processId)
    {
        lock (gate)
        {
            return running.Any(child => child.Id == processId);
        }
    }

    /// <summary>Tells each child to end, those that were told already left out.</summary>
    public void End()
    {
        foreach (var child in Running().Where(child => child.MayBeTold))
        {
            _ = child.EndAsync(TerminalHasTold);
        }
    }

    /// <summary>Ends each child with all that it started, now.</summary>
    public void Kill() => Running().ForEach(child => child.Kill());

    private void Add(RunningChild child)
    {
        lock (gate)
        {
            running.Add(child);
        }
    }

    private List<RunningChild> Running()
    {
        lock (gate)
        {
            return [.. running];
        }
    }

    private async Task RemoveAtEndAsync(RunningChild child, CancellationTokenRegistration told)
    {
        await ((Task)child.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await told.DisposeAsync();
        lock (gate)
        {
            running.Remove(child);
        }
    }
}

/// <summary>A program that was started, and that is told to end at most once, by whoever comes first.</summary>
public sealed class RunningChild
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Process process;
    private readonly bool inOwnSession;
    private bool isTold;

    private RunningChild(Process process, bool inOwnSession, Action<string> output, Action<string> error, bool mayBeTold)
    {
        (this.process, this.inOwnSession) = (process, inOwnSession);
        (Id, MayBeTold) = (process.Id, mayBeTold);
        Ended = Task.Run(() => ReadToEndAsync(output, error));
    }

    public int Id { get; }

    public bool MayBeTold { get; }

    /// <summary>The exit code, once the program has ended and all of both outputs was read: what it started may hold them longer.</summary>
    public Task<int> Ended { get; }

    public bool HasExited => process.HasExited;

    /// <param name="start">What is started, in a session of its own where that can be.</param>
    /// <param name="output">Takes the lines of standard output.</param>
    /// <param name="error">Takes those of standard error.</param>
    /// <param name="mayBeTold">Whether the first signal is for it too.</param>
    internal static RunningChild Start(ProcessStartInfo start, Action<string> output, Action<string> error, bool mayBeTold)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);

        // Nothing here may ask: a program that reads finds the end of its input.
        start.RedirectStandardInput = true;
        var inOwnSession = OwnSession.Enter(start);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new RunningChild(process, inOwnSession, output, error, mayBeTold);
    }

    /// <summary>What it was given in an environment variable.</summary>
    public string? Variable(string name) => process.StartInfo.Environment.TryGetValue(name, out var value) ? value : null;

    /// <summary>
    /// Asks it to end and, after the grace, ends it with all that it started. The second call does nothing: Terraform takes a first interrupt
    /// as "finish what you are doing and release the lock", a second one as "stop at once".
    /// </summary>
    /// <param name="terminalHasTold">The terminal has sent the interrupt to the whole foreground group: a child there is not told again.</param>
    public async Task EndAsync(bool terminalHasTold)
    {
        if (Interlocked.Exchange(ref isTold, true))
        {
            return;
        }

        using var grace = new CancellationTokenSource(Grace);
        await TellAsync(terminalHasTold, grace.Token);
        await KillAfterGraceAsync(grace.Token);
    }

    /// <summary>Ends it with all that it started, now.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        KillGroup();
    }

    private async Task<int> ReadToEndAsync(Action<string> output, Action<string> error)
    {
        await Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, error), process.WaitForExitAsync());
        return process.ExitCode;
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> take)
    {
        using (reader)
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                take(line);
            }
        }
    }

    private async Task TellAsync(bool terminalHasTold, CancellationToken grace)
    {
        if (inOwnSession)
        {
            // A child that was started this very moment has no group of its own yet.
            while (!Signal.InterruptGroup(Id) && !process.HasExited && !grace.IsCancellationRequested)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
        else if (OperatingSystem.IsWindows())
        {
            // There is no such signal.
            process.Kill(entireProcessTree: true);
        }
        else if (!terminalHasTold && !process.HasExited)
        {
            Signal.Interrupt(Id);
        }
    }

    private async Task KillAfterGraceAsync(CancellationToken grace)
    {
        try
        {
            await process.WaitForExitAsync(grace);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        KillGroup();
    }

    // With what it started and did not wait for.
    private void KillGroup()
    {
        if (inOwnSession)
        {
            Signal.KillGroup(Id);
        }
    }
}
