using System.Net.Sockets;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Sandbox;

/// <summary>A dockerd of the sandbox's own. The socket is the machine's, because two daemons fight over docker0; the images are the tree's.</summary>
public sealed class EngineDaemon(
    SandboxFolder folder, Programs programs, DebianPackages packages, BackgroundProcess process, EngineProbe probe, ICommands commands,
    IStepReport report, TimeProvider time)
{
    /// <summary>Sockets have short names (108 bytes), so they cannot lie in a tree of any depth.</summary>
    public const string RunFolder = "/run/tickstack";

    public const string Host = $"unix://{RunFolder}/{EngineSigns.SocketFile}";

    private static readonly (string Program, string Package)[] Needed = [("docker", "docker.io"), ("dockerd", "docker.io"), ("iptables", "iptables")];

    public bool CanRun => packages.AreInstallable || (Environment.IsPrivilegedProcess && Needed.All(needed => programs.Find(needed.Program) is not null));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        EngineSigns.RequireNone(RunFolder);
        await InstallAsync(cancellationToken);
        Directory.CreateDirectory(RunFolder);

        // Left by a daemon that was killed; should its number have been given to another process, dockerd would refuse to start.
        var pidFile = Path.Combine(RunFolder, EngineSigns.PidFile);
        File.Delete(pidFile);
        try
        {
            await RunAsync(pidFile, cancellationToken);
        }
        catch
        {
            await UnmountAsync();
            throw;
        }
    }

    private Task RunAsync(string pidFile, CancellationToken cancellationToken) =>
        report.RunAsync(time, "Starting a Docker engine", () => process.StartAsync(
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

    // What a daemon mounts outlives it, and the sandbox's folder could not be deleted.
    private async Task UnmountAsync()
    {
        foreach (var point in MountPoints.Below(folder.Folder("docker")))
        {
            await commands.RunAsync(new Command("umount", point) { Timeout = TimeSpan.FromSeconds(10) }, CancellationToken.None);
        }
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

/// <summary>Signs that an engine lives although the docker command gets no answer from it: the command may be slow or broken, and a second engine over the same
/// socket and folders would cut the first one off for every checkout on the machine.</summary>
public static class EngineSigns
{
    public const string PidFile = "docker.pid";

    public const string SocketFile = "docker.sock";

    private const string Daemon = "dockerd";

    /// <param name="runFolder">Where the engine has its socket and its process id.</param>
    /// <exception cref="FailureException">One lives.</exception>
    public static void RequireNone(string runFolder)
    {
        var socket = Path.Combine(runFolder, SocketFile);
        var process = DaemonIn(Path.Combine(runFolder, PidFile));
        if (process is not null || IsListening(socket))
        {
            var (named, end) = process is null ? ("", "") : ($" (process {process})", $" (kill {process})");
            throw new FailureException(
                $"A Docker engine lives at unix://{socket}{named}, but the docker command gets no answer from it. Nothing was started.",
                $"See what it says: DOCKER_HOST=unix://{socket} docker version. If the engine itself hangs, end it{end} and run the target again.",
                ExitCode.Unavailable);
        }
    }

    private static int? DaemonIn(string pidFile) =>
        File.Exists(pidFile) && int.TryParse(File.ReadAllText(pidFile), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var id)
            && ProcFile.Read(id, "comm").Trim() == Daemon ? id : null;

    private static bool IsListening(string socket)
    {
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            client.Connect(new UnixDomainSocketEndPoint(socket));
            return true;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode == SocketError.AccessDenied;
        }
    }
}

/// <summary>What is mounted on this machine.</summary>
public static class MountPoints
{
    private const string Table = "/proc/self/mounts";

    /// <summary>Those in a folder, the innermost first; none where the system tells of none.</summary>
    public static IReadOnlyList<string> Below(string folder) => File.Exists(Table) ? Below(folder, File.ReadLines(Table)) : [];

    /// <param name="folder">Absolute.</param>
    /// <param name="table">Lines "device point type …"; a blank in a name is written \040.</param>
    public static IReadOnlyList<string> Below(string folder, IEnumerable<string> table) =>
    [
        .. table.Select(line => line.Split(' ')[1].Replace("\\040", " ", StringComparison.Ordinal))
            .Where(point => point.StartsWith($"{folder}/", StringComparison.Ordinal))
            .Reverse(),
    ];
}
