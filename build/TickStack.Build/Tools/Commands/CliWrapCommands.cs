using System.ComponentModel;
using System.Text;
using CliWrap;
using TickStack.Build.Tools.Processes;

namespace TickStack.Build.Tools.Commands;

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
