using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Sandbox;

/// <summary>Installs packages with apt, where this process may: as root on a Debian family system.</summary>
public sealed class DebianPackages(
    SandboxFolder folder, Programs programs, ICommands commands, ServicePolicy policy, SandboxLock machineLock, IStepReport report, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, string?> Unattended = new Dictionary<string, string?>
    {
        ["DEBIAN_FRONTEND"] = "noninteractive",
        ["NEEDRESTART_SUSPEND"] = "1",
    };

    private readonly string log = folder.Log("apt");

    public bool AreInstallable => Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() && programs.Find("apt-get") is not null;

    /// <summary>Installs what is missing; null when all is there, else why it could not be.</summary>
    public async Task<Problem?> InstallAsync(IReadOnlyList<string> packages, CancellationToken cancellationToken)
    {
        using var taken = await machineLock.TakeAsync(cancellationToken);
        var result = await report.RunAsync(time, $"Installing {string.Join(", ", packages)} with apt", () =>
            policy.WithoutServicesAsync(() => InstallNowAsync(packages, cancellationToken)));
        return result.Succeeded ? null : Explain(packages, result);
    }

    /// <summary>Whether the package lists know a package: some releases carry the docker command in docker.io, others in docker-cli.</summary>
    public async Task<bool> KnowAsync(string package, CancellationToken cancellationToken) =>
        (await RunAsync("apt-cache", ["show", "--no-all-versions", package], cancellationToken)).Succeeded;

    private async Task<CommandResult> InstallNowAsync(IReadOnlyList<string> packages, CancellationToken cancellationToken)
    {
        // Completes what a killed run left half-installed; apt refuses to do anything before that.
        await RunAsync("dpkg", ["--configure", "--pending"], cancellationToken);
        string[] install = ["install", "--yes", "--no-install-recommends", .. packages];
        var first = await AptAsync(install, cancellationToken);
        if (first.Succeeded)
        {
            return first;
        }

        // No package lists, or lists that name files which the mirror has replaced since.
        var update = await AptAsync(["update"], cancellationToken);
        return update.Succeeded ? await AptAsync(install, cancellationToken) : update;
    }

    private Task<CommandResult> AptAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync("apt-get", ["-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0", .. arguments], cancellationToken);

    private Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        commands.RunAsync(new Command(program, arguments) { Variables = Unattended, Log = log }.Fetching(), cancellationToken);

    private Problem Explain(IReadOnlyList<string> packages, CommandResult result) =>
        new($"apt could not install {string.Join(", ", packages)}: {result.LastLine}",
            $"see {log}; then try: apt-get update && apt-get install {string.Join(' ', packages)}");
}

/// <summary>Debian's switch that keeps a package's services from starting when it is installed (/usr/sbin/policy-rc.d, exit code 101). One that is there
/// already stays; ours is known by its comment, so that one which a killed run left behind is removed by the next.</summary>
public sealed class ServicePolicy(string path)
{
    private const string Script = """
        #!/bin/sh
        # Written by the TickStack sandbox while it installs packages; it removes this again.
        exit 101

        """;

    public const string SystemPath = "/usr/sbin/policy-rc.d";

    public async Task<T> WithoutServicesAsync<T>(Func<Task<T>> install)
    {
        Deny();
        try
        {
            return await install();
        }
        finally
        {
            Restore();
        }
    }

    private void Deny()
    {
        if (File.Exists(path))
        {
            return;
        }

        File.WriteAllText(path, Script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        }
    }

    private void Restore()
    {
        if (File.Exists(path) && File.ReadAllText(path) == Script)
        {
            File.Delete(path);
        }
    }
}
