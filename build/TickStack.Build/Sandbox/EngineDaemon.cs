using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Sandbox;

/// <summary>A dockerd of the sandbox's own. The socket is the machine's, because two daemons fight over docker0; the images are the tree's.</summary>
public sealed class EngineDaemon(
    SandboxFolder folder, Programs programs, DebianPackages packages, BackgroundProcess process, EngineProbe probe, IStepReport report, TimeProvider time)
{
    /// <summary>Sockets have short names (108 bytes), so they cannot lie in a tree of any depth.</summary>
    public const string RunFolder = "/run/tickstack";

    public const string Host = $"unix://{RunFolder}/docker.sock";

    private static readonly (string Program, string Package)[] Needed = [("docker", "docker.io"), ("dockerd", "docker.io"), ("iptables", "iptables")];

    public bool CanRun => packages.AreInstallable || (Environment.IsPrivilegedProcess && Needed.All(needed => programs.Find(needed.Program) is not null));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await InstallAsync(cancellationToken);
        Directory.CreateDirectory(RunFolder);

        // Left by a daemon that was killed; should its number have been given to another process, dockerd would refuse to start.
        var pidFile = Path.Combine(RunFolder, "docker.pid");
        File.Delete(pidFile);
        await report.RunAsync(time, "Starting a Docker engine", () => process.StartAsync(
            new Command(
                programs.Find("dockerd")!,
                "--data-root", folder.Folder("docker"), "--exec-root", Path.Combine(RunFolder, "exec"), "--pidfile", pidFile, "--host", Host)
            {
                Variables = new Dictionary<string, string?> { ["PATH"] = programs.SearchPath },
            },
            fingerprint: Host,
            AnswersAsync,
            patience: TimeSpan.FromMinutes(1),
            cancellationToken));
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        (await probe.VersionAsync(Engine.At(Host, ""), cancellationToken)).Succeeded;

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        var missing = Needed.Where(needed => programs.Find(needed.Program) is null).Select(needed => needed.Package).Distinct().ToList();
        if (missing.Count > 0)
        {
            await InstallAsync(missing, cancellationToken);
        }

        if (programs.Find("docker") is null && await packages.KnowAsync("docker-cli", cancellationToken))
        {
            await InstallAsync(["docker-cli"], cancellationToken);
        }
    }

    private async Task InstallAsync(IReadOnlyList<string> missing, CancellationToken cancellationToken)
    {
        if (await packages.InstallAsync(missing, cancellationToken) is { } problem)
        {
            throw new FailureException([problem], ExitCode.Unavailable);
        }
    }
}
