using System.ComponentModel;
using System.Text;
using CliWrap;

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

    /// <summary>After which the command is ended and counts as failed. Null: unbounded.</summary>
    public TimeSpan? Timeout { get; init; }

    public override string ToString() => $"{Program} {string.Join(' ', Arguments)}".TrimEnd();
}

/// <summary>How an external command ended.</summary>
/// <param name="ExitCode">The command's own, or <see cref="NotFound"/> or <see cref="TimedOut"/>.</param>
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

/// <summary>
/// The machine's own commands. Cancelling ends the command with all its children: asked first, as Terraform may hold a lock and
/// apt may be unpacking.
/// </summary>
/// <param name="run">Whose second signal leaves no time to ask. Null: nobody's.</param>
public sealed class CliWrapCommands(Cancellation? run = null) : ICommands
{
    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (output, error) = (new StringBuilder(), new StringBuilder());
        await using var log = command.Log is null ? Stream.Null : new FileStream(command.Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var forced = CancellationTokenSource.CreateLinkedTokenSource(run?.AtOnce ?? CancellationToken.None);
        forced.CancelAfter(command.Timeout ?? Timeout.InfiniteTimeSpan);
        try
        {
            var exitCode = await StartAsync(command, output, error, Stream.Synchronized(log), forced, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return new CommandResult(exitCode, output.ToString(), error.ToString());
        }
        catch (Win32Exception)
        {
            return new CommandResult(CommandResult.NotFound, "", $"{command.Program}: not found");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CommandResult(CommandResult.TimedOut, output.ToString(), $"{error}{command.Program}: no end within {command.Timeout}");
        }
    }

    private static async Task<int> StartAsync(
        Command command, StringBuilder output, StringBuilder error, Stream log, CancellationTokenSource forced, CancellationToken cancellationToken)
    {
        var start = OwnSession.Of(command.Program);
        var running = Cli.Wrap(start.File)
            .WithArguments([.. start.Leading, .. command.Arguments])
            .WithEnvironmentVariables(command.Variables)
            .WithWorkingDirectory(command.WorkingDirectory ?? Environment.CurrentDirectory)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.Merge(PipeTarget.ToStringBuilder(output), PipeTarget.ToStream(log)))
            .WithStandardErrorPipe(PipeTarget.Merge(PipeTarget.ToStringBuilder(error), PipeTarget.ToStream(log)))
            .ExecuteAsync(forced.Token);
        await using var asked = cancellationToken.Register(() => End(running.ProcessId, start, forced));
        return (await running).ExitCode;
    }

    // Without a session of its own a terminal's Ctrl+C may have reached it, and nobody knows: it is not asked a second time.
    private static void End(int id, ProgramStart start, CancellationTokenSource forced)
    {
        if (start.InOwnSession)
        {
            _ = new RunningChild(id, inOwnSession: true).EndAsync(terminalHasTold: false);
        }
        else
        {
            forced.Cancel();
        }
    }
}
