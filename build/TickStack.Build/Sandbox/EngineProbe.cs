using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Sandbox;

/// <summary>Asks whether an engine answers and whether it is on this machine.</summary>
public sealed class EngineProbe(ICommands commands)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>The engine's version as output, or why it does not answer.</summary>
    public Task<CommandResult> VersionAsync(Engine engine, CancellationToken cancellationToken) =>
        commands.RunAsync(engine.Docker("version", "--format", "{{.Server.Version}}") with { Timeout = Bound }, cancellationToken);

    /// <summary>Where the docker command finds the engine, as in DOCKER_HOST.</summary>
    public async Task<string> HostAsync(Engine engine, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        if (environment.TryGetValue("DOCKER_HOST", out var host) && host.Length > 0)
        {
            return host;
        }

        var context = engine.Docker("context", "inspect", "--format", "{{.Endpoints.docker.Host}}") with { Timeout = Bound };
        return (await commands.RunAsync(context, cancellationToken)).Output.Trim();
    }

    /// <summary>An engine elsewhere cannot push to a registry on this machine's loopback address.</summary>
    public static bool IsLocal(string host) =>
        host.StartsWith("unix:", StringComparison.Ordinal)
        || host.StartsWith("npipe:", StringComparison.Ordinal)
        || (Uri.TryCreate(host, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
