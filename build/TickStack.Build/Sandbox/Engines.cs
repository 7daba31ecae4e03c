using TickStack.Build.Errors;
using TickStack.Build.Tools.Commands;

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

        return await RunningAsync(cancellationToken) ?? throw new FailureException("the Docker engine ended right after its start", exitCode: ExitCode.Unavailable);
    }

    private async Task<Engine?> RunningAsync(CancellationToken cancellationToken)
    {
        var version = await probe.VersionAsync(Engine.At(EngineDaemon.Host, ""), cancellationToken);
        return version.Succeeded
            ? Engine.At(EngineDaemon.Host, $"Docker engine {version.Output.Trim()} of the sandbox at {EngineDaemon.Host}: no other usable one answers")
            : null;
    }

    private static FailureException Missing(CommandResult users) => new(
        users.Succeeded ? "The Docker engine in use is on another machine; it cannot push to the sandbox's registry on this one" : $"Docker missing: {users.LastLine}",
        users.ExitCode == CommandResult.NotFound
            ? "install Docker (https://docs.docker.com/engine/install), or run this as root on Debian or Ubuntu: the sandbox then sets up an engine of its own"
            : "start Docker on this machine (and see that you may use it: group docker), or run this as root on Debian or Ubuntu: the sandbox then sets up an engine of its own",
        ExitCode.Unavailable);
}
