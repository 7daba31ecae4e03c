namespace TickStack.Build.Tools.Terminal;

/// <summary>The person at the terminal.</summary>
public interface IPrompt
{
    /// <returns>The line that was typed; null when nobody sits there.</returns>
    Task<string?> AskAsync(string question, CancellationToken cancellationToken);
}
