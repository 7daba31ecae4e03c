using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Sandbox;

/// <summary>A Docker engine that answers.</summary>
/// <param name="Variables">What makes the docker command talk to it; empty for the user's own choice.</param>
/// <param name="Note">For the summary; null when nothing was set up.</param>
public sealed record Engine(IReadOnlyDictionary<string, string?> Variables, string? Note)
{
    public static Engine Users { get; } = new(new Dictionary<string, string?>(), null);

    /// <param name="host">As in DOCKER_HOST. The user's context and certificates belong to another engine.</param>
    /// <param name="note">For the summary.</param>
    public static Engine At(string host, string note) => new(
        new Dictionary<string, string?> { ["DOCKER_HOST"] = host, ["DOCKER_CONTEXT"] = null, ["DOCKER_TLS_VERIFY"] = null, ["DOCKER_CERT_PATH"] = null },
        note);

    public Command Docker(params IReadOnlyList<string> arguments) => new("docker", arguments) { Variables = Variables };
}
