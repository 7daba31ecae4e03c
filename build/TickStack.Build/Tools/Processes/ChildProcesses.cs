using System.Collections.Concurrent;
using System.Diagnostics;

namespace TickStack.Build.Tools.Processes;

/// <summary>Every process that this run has started and that still lives, so that none outlives it.</summary>
public sealed class ChildProcesses
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<int, Process> running = new();

    public void Add(Process process) => running[process.Id] = process;

    public void Remove(Process process) => running.TryRemove(process.Id, out _);

    /// <summary>Process id of the child that was started with this environment variable.</summary>
    public int? Find(string variable, string value) => running.Values
        .Where(child => child.StartInfo.Environment.TryGetValue(variable, out var given) && given == value)
        .Select(child => (int?)child.Id)
        .FirstOrDefault();

    /// <summary>
    /// Asks each child to end and, after the grace, ends it with all that it started. Terraform takes a first interrupt as
    /// "finish what you are doing and release the lock", a second one as "stop at once": so it must get exactly one.
    /// </summary>
    /// <param name="alreadySignalled">True when the terminal has sent the interrupt to the whole foreground group.</param>
    public void End(bool alreadySignalled)
    {
        foreach (var child in running.Values)
        {
            if (!alreadySignalled)
            {
                Signal.Interrupt(child.Id);
            }

            _ = KillAfterGraceAsync(child);
        }
    }

    private static async Task KillAfterGraceAsync(Process child)
    {
        using var grace = new CancellationTokenSource(Grace);
        try
        {
            await child.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended and was disposed of in the meantime.
        }
    }
}
