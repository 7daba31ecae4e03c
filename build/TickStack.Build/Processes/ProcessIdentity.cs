namespace TickStack.Build.Processes;

/// <summary>
/// One process and no other: process ids are used again, so the start time belongs to it. The text is what a started process writes
/// down about itself: "4711 123456".
/// </summary>
/// <param name="Pid">Process id.</param>
/// <param name="StartedAt">Field 22 of /proc/PID/stat (clock ticks since boot); without /proc what "ps -o lstart=" prints.</param>
public sealed record ProcessIdentity(int Pid, string StartedAt)
{
    /// <summary>Null when the text is not an identity, as in a file that a crash left empty.</summary>
    public static ProcessIdentity? Parse(string text)
    {
        var parts = text.Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var pid) && pid > 1 && parts[1].Length > 0
            ? new ProcessIdentity(pid, parts[1])
            : null;
    }

    /// <summary>Start time in a line of /proc/PID/stat, or null for a zombie: it has ended and only waits for its parent. The command's name stands in
    /// parentheses and may hold any character, so fields are counted from the last one.</summary>
    public static string? StartTimeIn(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19 && fields[0] is not ("Z" or "X") ? fields[19] : null;
    }

    /// <summary>Process id of the parent in a line of /proc/PID/stat.</summary>
    public static int? ParentIn(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 && int.TryParse(fields[1], CultureInfo.InvariantCulture, out var parent) ? parent : null;
    }

    public override string ToString() => $"{Pid} {StartedAt}";
}

/// <summary>What Linux tells of a process; nothing where another system runs, of one that has ended, and of another user's that nobody may look into.</summary>
internal static class ProcFile
{
    public static string Read(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Of "environ" and "cmdline".</summary>
    public static string[] Words(int id, string name) => Read(id, name).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}

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

    private Task<bool> IsGoneWithinAsync(ProcessIdentity process, TimeSpan patience, CancellationToken cancellationToken) =>
        Poll.IsReachedAsync(time, Interval, patience, async () => !await IsRunningAsync(process, cancellationToken), cancellationToken);

    private Task<CommandResult> SignalAsync(ProcessIdentity process, string signal, CancellationToken cancellationToken) =>
        commands.RunAsync(
            new Command("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal, process.Pid.ToString(CultureInfo.InvariantCulture)),
            cancellationToken);

    private Task<string?> StartTimeAsync(int pid, CancellationToken cancellationToken) =>
        OperatingSystem.IsLinux() ? Task.FromResult(ProcessIdentity.StartTimeIn(ProcFile.Read(pid, "stat"))) : LstartAsync(pid, cancellationToken);

    private async Task<string?> LstartAsync(int pid, CancellationToken cancellationToken)
    {
        var ps = await commands.RunAsync(
            new Command("ps", "-o", "lstart=", "-p", pid.ToString(CultureInfo.InvariantCulture)), cancellationToken);
        return ps.Succeeded && ps.Output.Trim() is { Length: > 0 } lstart ? lstart : null;
    }
}
