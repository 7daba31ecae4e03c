using System.ComponentModel;
using System.Diagnostics;

namespace TickStack.Build.Processes;

/// <summary>Runs external commands to their end. A failing command is a result, not an exception: the caller knows what it means.</summary>
public interface ICommands
{
    Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken);
}

/// <summary>An external command as it is to be started; no shell takes part.</summary>
/// <param name="Program">Name on PATH, or a path.</param>
/// <param name="Arguments">One element per argument, unquoted.</param>
public sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>On top of this process's own variables; a null value unsets.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Null: this process's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>File that output and errors are appended to as well. Null: none.</summary>
    public string? Log { get; init; }

    /// <summary>Takes each line of both outputs while the command runs.</summary>
    public Action<string> Told { get; init; } = _ => { };

    /// <summary>After which the command is ended and counts as failed: far more than one takes that works on this machine alone.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>With the time of one that fetches something.</summary>
    public Command Fetching() => this with { Timeout = TimeSpan.FromMinutes(30) };

    public override string ToString() => $"{Program} {string.Join(' ', Arguments)}".TrimEnd();
}

/// <summary>How an external command ended.</summary>
/// <param name="ExitCode">The command's own, or <see cref="NotFound"/> or <see cref="TimedOut"/>.</param>
/// <param name="Output">What it printed, each line ended by a line feed.</param>
/// <param name="Error">The same of standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>No such program, as a shell says it.</summary>
    public const int NotFound = 127;

    /// <summary>The command's timeout passed, as timeout(1) says it.</summary>
    public const int TimedOut = 124;

    public bool Succeeded => ExitCode == 0;

    /// <summary>The last line that says something, for a one-line message.</summary>
    public string LastLine =>
        $"{Output}\n{Error}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? $"exit code {ExitCode}";
}

/// <summary>The machine's own commands. Cancelling ends the command with all its children, as any child of this run.</summary>
public sealed class MachineCommands(ChildProcesses children) : ICommands
{
    // The same number on every system.
    private const int NoSuchFile = 2;

    // What a command that was killed had started may still hold its outputs.
    private static readonly TimeSpan LastLines = TimeSpan.FromSeconds(5);

    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        await using var log = command.Log is null ? TextWriter.Null : Appending(command.Log);
        var (output, error) = (new StringBuilder(), new StringBuilder());
        try
        {
            var child = children.Start(StartInfo(command), Taking(command, output, log), Taking(command, error, log), cancellationToken);
            var exitCode = await EndAsync(child, command.Timeout);
            cancellationToken.ThrowIfCancellationRequested();
            return new CommandResult(exitCode, Text(output), Text(error));
        }
        catch (Win32Exception exception)
        {
            var reason = exception.NativeErrorCode == NoSuchFile ? "not found" : exception.Message;
            return new CommandResult(CommandResult.NotFound, "", $"{command.Program}: {reason}");
        }
        catch (TimeoutException)
        {
            return new CommandResult(CommandResult.TimedOut, Text(output), $"{Text(error)}{command.Program}: no end within {command.Timeout}");
        }
    }

    private static async Task<int> EndAsync(RunningChild child, TimeSpan timeout)
    {
        try
        {
            return await child.Ended.WaitAsync(timeout);
        }
        catch (TimeoutException)
        {
            child.Kill();
            await ((Task)child.Ended.WaitAsync(LastLines)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static ProcessStartInfo StartInfo(Command command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { WorkingDirectory = command.WorkingDirectory ?? Environment.CurrentDirectory };
        foreach (var (name, value) in command.Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static TextWriter Appending(string log) => TextWriter.Synchronized(
        new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true, NewLine = "\n" });

    private static Action<string> Taking(Command command, StringBuilder text, TextWriter log) => line =>
    {
        lock (text)
        {
            text.Append(line).Append('\n');
        }

        log.WriteLine(line);
        command.Told(line);
    };

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
