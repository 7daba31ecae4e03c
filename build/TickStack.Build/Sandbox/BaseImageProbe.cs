using System.Text.RegularExpressions;
using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Sandbox;

/// <summary>Can the engine get a base image?</summary>
public sealed partial class BaseImageProbe(ICommands commands)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public async Task<bool> IsInEngineAsync(Engine engine, string image, CancellationToken cancellationToken) =>
        (await commands.RunAsync(engine.Docker("image", "inspect", "--format", "{{.Id}}", image), cancellationToken)).Succeeded;

    public async Task<bool> CanBeReachedAsync(Engine engine, string image, CancellationToken cancellationToken) =>
        !IsOutOfReach(await commands.RunAsync(engine.Docker("manifest", "inspect", image) with { Timeout = Bound }, cancellationToken));

    /// <summary>
    /// Only what the network says counts. A registry that answers, if only to refuse (no such manifest, too many requests), is in reach: the build shows
    /// its message, and a mistyped version is not papered over by a stand-in.
    /// </summary>
    public static bool IsOutOfReach(CommandResult result) =>
        result.ExitCode == CommandResult.TimedOut || (!result.Succeeded && NetworkFailure().IsMatch(result.Error));

    [GeneratedRegex(
        "no such host|connection refused|connection reset|network is unreachable|no route to host|i/o timeout|deadline exceeded|Client.Timeout|TLS handshake|"
        + "server misbehaving|temporary failure in name resolution|proxyconnect|x509:|: EOF",
        RegexOptions.IgnoreCase)]
    private static partial Regex NetworkFailure();
}
