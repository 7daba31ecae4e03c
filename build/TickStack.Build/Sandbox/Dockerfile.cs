using System.Text.RegularExpressions;

namespace TickStack.Build.Sandbox;

/// <summary>The one line of a component's Dockerfile that names its base: ARG BASE_IMAGE=REFERENCE.</summary>
public static partial class Dockerfile
{
    /// <summary>The reference, or null without such a line.</summary>
    public static string? BaseImage(string text) => Argument().Match(text) is { Success: true } match ? match.Groups["reference"].Value : null;

    [GeneratedRegex("""^\s*ARG\s+BASE_IMAGE="?(?<reference>[^\s"]+)"?\s*$""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Argument();
}
