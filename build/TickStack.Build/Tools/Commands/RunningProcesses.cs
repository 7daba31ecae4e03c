using System.Globalization;

namespace TickStack.Build.Tools.Commands;

/// <summary>Looks at processes of this machine and ends them, by identity only.</summary>
public sealed class RunningProcesses(ICommands commands, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    public async Task<bool> IsRunningAsync(ProcessIdentity process, CancellationToken cancellationToken) =>
        await StartTimeAsync(process.Pid, cancellationToken) == process.StartedAt;

    /// <summary>This process itself.</summary>
    public async Task<ProcessIdentity> CurrentAsync(CancellationToken cancellationToken) =>
        new(Environment.ProcessId, await StartTimeAsync(Environment.ProcessId, cancellationToken) ?? "");

    /// <summary>The process that has this id now.</summary>
    public async Task<ProcessIdentity?> FindAsync(int pid, CancellationToken cancellationToken) =>
        await StartTimeAsync(pid, cancellationToken) is { } started ? new ProcessIdentity(pid, started) : null;

    /// <summary>Asks the process to end, insists when <paramref name="patience"/> has passed, and returns when it is gone.</summary>
    /// <returns>False when it was not running.</returns>
    public async Task<bool> EndAsync(ProcessIdentity process, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!await IsRunningAsync(process, cancellationToken))
        {
            return false;
        }

        await SignalAsync(process, "TERM", cancellationToken);
        if (!await IsGoneWithinAsync(process, patience, cancellationToken))
        {
            await SignalAsync(process, "KILL", cancellationToken);
            await IsGoneWithinAsync(process, patience, cancellationToken);
        }

        return true;
    }

    private async Task<bool> IsGoneWithinAsync(ProcessIdentity process, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (await IsRunningAsync(process, cancellationToken))
        {
            if (time.GetElapsedTime(start) > patience)
            {
                return false;
            }

            await Task.Delay(Interval, time, cancellationToken);
        }

        return true;
    }

    private Task<CommandResult> SignalAsync(ProcessIdentity process, string signal, CancellationToken cancellationToken) =>
        commands.RunAsync(
            new Command("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal, process.Pid.ToString(CultureInfo.InvariantCulture)),
            cancellationToken);

    private async Task<string?> StartTimeAsync(int pid, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return await LstartAsync(pid, cancellationToken);
        }

        try
        {
            return ProcessIdentity.StartTimeIn(await File.ReadAllTextAsync($"/proc/{pid}/stat", cancellationToken));
        }
        catch (IOException)
        {
            // No such process; one that ends while it is read says ESRCH.
            return null;
        }
    }

    private async Task<string?> LstartAsync(int pid, CancellationToken cancellationToken)
    {
        var ps = await commands.RunAsync(
            new Command("ps", "-o", "lstart=", "-p", pid.ToString(CultureInfo.InvariantCulture)), cancellationToken);
        return ps.Succeeded && ps.Output.Trim() is { Length: > 0 } lstart ? lstart : null;
    }
}
