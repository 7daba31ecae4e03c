using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Sandbox;

/// <summary>Finds a Docker engine: the user's, else one that a sandbox of this machine runs, else one of its own.</summary>
public sealed class Engines(IReadOnlyDictionary<string, string> environment, EngineProbe probe, EngineDaemon daemon, SandboxLock machineLock)
{
    public async Task<Engine> OpenAsync(CancellationToken cancellationToken)
    {
        var users = await probe.VersionAsync(Engine.Users, cancellationToken);
        if (users.Succeeded && EngineProbe.IsLocal(await probe.HostAsync(Engine.Users, environment, cancellationToken)))
        {
            return Engine.Users;
        }

        if (await RunningAsync(cancellationToken) is { } running)
        {
            return running;
        }

        return daemon.CanRun ? await StartAsync(cancellationToken) : throw Missing(users);
    }

    private async Task<Engine> StartAsync(CancellationToken cancellationToken)
    {
        using (await machineLock.TakeAsync(cancellationToken))
        {
            // Another tree may have been quicker.
            if (await RunningAsync(cancellationToken) is { } running)
            {
                return running;
            }

            await daemon.StartAsync(cancellationToken);
        }

        return await RunningAsync(cancellationToken)
            ?? throw new FailureException("the Docker engine ended right after its start", exitCode: ExitCode.Unavailable);
    }

    private async Task<Engine?> RunningAsync(CancellationToken cancellationToken)
    {
        var version = await probe.VersionAsync(Engine.At(EngineDaemon.Host, ""), cancellationToken);
        return version.Succeeded
            ? Engine.At(EngineDaemon.Host, $"Docker engine {version.Output.Trim()} of the sandbox at {EngineDaemon.Host}: no other usable one answers")
            : null;
    }

    private static FailureException Missing(CommandResult users) => new(
        users.Succeeded ? "The Docker engine in use is on another machine; it cannot push to the sandbox's registry on this one"
            : $"Docker missing: {users.LastLine}",
        users.ExitCode == CommandResult.NotFound
            ? "install Docker (https://docs.docker.com/engine/install), or run this as root on Debian or Ubuntu: the sandbox then sets up an engine of its own"
            : "start Docker on this machine (and see that you may use it: group docker), or run this as root on Debian or Ubuntu: the sandbox then sets up "
                + "an engine of its own",
        ExitCode.Unavailable);
}

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

/// <summary>Runs a part as a container where its program is not installed. The docker command stays in the foreground and hands signals on, so the part is
/// watched and ended like any other process; it shares the machine's network and the sandbox's folder, under the same path.</summary>
public sealed class EngineContainer(string part, SandboxFolder folder, ICommands commands, IStepReport report, TimeProvider time)
{
    private readonly string name = $"tickstack-{part}-{Fingerprint.OfText(folder.Path)[..12]}";

    /// <summary>Removes what a killed command left behind, and fetches the image when it is missing. Null when all is well.</summary>
    public async Task<Problem?> PrepareAsync(Engine engine, string image, CancellationToken cancellationToken)
    {
        await commands.RunAsync(engine.Docker("rm", "--force", name), cancellationToken);
        if ((await commands.RunAsync(engine.Docker("image", "inspect", image), cancellationToken)).Succeeded)
        {
            return null;
        }

        var pull = engine.Docker("pull", "--quiet", image) with { Log = folder.Log("pull") };
        var result = await report.RunAsync(time, $"Pulling {image}", () => commands.RunAsync(pull.Fetching(), cancellationToken));
        return result.Succeeded ? null : new Problem($"{image} cannot be pulled: {result.LastLine}", $"see {pull.Log}");
    }

    /// <param name="engine">That runs the container.</param>
    /// <param name="image">Image reference.</param>
    /// <param name="arguments">What follows the image.</param>
    /// <param name="variables">Handed on by name from the docker command's own environment, so that no value stands in a command line.</param>
    /// <param name="options">Further ones of "docker run".</param>
    public Command Run(
        Engine engine, string image, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> variables, params IEnumerable<string> options)
    {
        var run = engine.Docker([
            "run", "--rm", "--init", "--name", this.name, "--network", "host", "--volume", $"{folder.Path}:{folder.Path}",
            .. variables.Keys.SelectMany(name => new[] { "--env", name }), .. options, image, .. arguments]);
        return run with { Variables = run.Variables.Concat(variables).ToDictionary() };
    }
}
