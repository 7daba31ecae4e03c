using CliWrap;
using CliWrap.Buffered;

namespace TickStack.Build.Processes;

/// <summary>The repository's revision, for labels and tags.</summary>
public static class Revision
{
    public const string Unknown = "unknown";

    /// <summary>CircleCI says it; elsewhere git does. A tree without git has none, which is no reason to stop.</summary>
    public static string Of(string root)
    {
        if (Environment.GetEnvironmentVariable("CIRCLE_SHA1") is { Length: > 0 } revision)
        {
            return revision;
        }

        try
        {
            var git = Cli.Wrap("git").WithArguments(["-C", root, "rev-parse", "HEAD"]).WithValidation(CommandResultValidation.None);
            var result = git.ExecuteBufferedAsync().GetAwaiter().GetResult();
            return result.IsSuccess ? result.StandardOutput.Trim() : Unknown;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Unknown;
        }
    }
}
