using System.ComponentModel;
using System.Text;
using CliWrap;

namespace TickStack.Build.Tools.Commands;

/// <summary>The machine's own commands. Cancelling ends the command with all its children.</summary>
public sealed class CliWrapCommands : ICommands
{
    public async Task<CommandResult> RunAsync(CommandLine command, CancellationToken cancellationToken)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        await using var log = command.Log is null ? Stream.Null : new FileStream(command.Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(command.Timeout ?? Timeout.InfiniteTimeSpan);
        try
        {
            var exitCode = await StartAsync(command, output, error, Stream.Synchronized(log), bounded.Token);
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

    private static async Task<int> StartAsync(CommandLine command, StringBuilder output, StringBuilder error, Stream log, CancellationToken cancellationToken)
    {
        var run = Cli.Wrap(command.Program)
            .WithArguments(command.Arguments)
            .WithEnvironmentVariables(command.Variables)
            .WithWorkingDirectory(command.WorkingDirectory ?? Environment.CurrentDirectory)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.Merge(PipeTarget.ToStringBuilder(output), PipeTarget.ToStream(log)))
            .WithStandardErrorPipe(PipeTarget.Merge(PipeTarget.ToStringBuilder(error), PipeTarget.ToStream(log)));
        return (await run.ExecuteAsync(cancellationToken)).ExitCode;
    }
}
