namespace TickStack.Build.Reporting;

/// <summary>The person at the terminal.</summary>
public interface IPrompt
{
    /// <returns>The line that was typed; null when nobody sits there.</returns>
    Task<string?> AskAsync(string question, CancellationToken cancellationToken);
}

/// <summary>Asks on the console.</summary>
public sealed class TerminalPrompt : IPrompt
{
    // What is piped in was not typed by someone who has read the question.
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        Console.Out.Write(question);

        // A line that is being read cannot be cancelled: the thread is left to end with the process.
        return await Task.Run(Console.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
    }
}
