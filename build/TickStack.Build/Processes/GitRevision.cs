namespace TickStack.Build.Processes;

/// <summary>The repository's revision, for labels and tags.</summary>
public static class Revision
{
    public const string Unknown = "unknown";

    /// <summary>CircleCI says it; elsewhere git does. A tree without git has none, which is no reason to stop.</summary>
    public static string Of(string root, ICommands commands)
    {
        if (Environment.GetEnvironmentVariable("CIRCLE_SHA1") is { Length: > 0 } revision)
        {
            return revision;
        }

        var head = new Command("git", "-C", root, "rev-parse", "HEAD") { Timeout = TimeSpan.FromSeconds(10) };
        var git = commands.RunAsync(head, CancellationToken.None).GetAwaiter().GetResult();
        return git.Succeeded && git.Output.Trim() is { Length: 40 or 64 } hash && hash.All(char.IsAsciiHexDigitLower) ? hash : Unknown;
    }
}
