namespace TickStack.Build.Tools.Commands;

/// <summary>Runs external commands to their end. A failing command is a result, not an exception: the caller knows what it means.</summary>
public interface ICommands
{
    Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken);
}
