using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Sandbox;

/// <summary>A Python of the sandbox's own with moto, in .sandbox/venv. One without its mark was cut short and is made again.</summary>
public sealed class VirtualEnvironment(
    SandboxFolder folder, Programs programs, DebianPackages packages, ICommands commands, IStepReport report, TimeProvider time)
{
    private readonly string _log = folder.Log("pip");

    private string Root => folder.File("venv");

    private string Mark => Path.Combine(Root, $".moto-{Moto.Version}");

    private string Interpreter => Path.Combine(Root, "bin", "python");

    /// <summary>The interpreter's path, or why there is none.</summary>
    public async Task<(string? Interpreter, Problem? Problem)> EnsureAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Mark))
        {
            return (Interpreter, null);
        }

        var problem = await MakeAsync(cancellationToken) ?? await FillAsync(cancellationToken);
        if (problem is not null)
        {
            return (null, problem);
        }

        await File.WriteAllTextAsync(Mark, "", cancellationToken);
        return (Interpreter, null);
    }

    private async Task<Problem?> MakeAsync(CancellationToken cancellationToken)
    {
        var first = await TryMakeAsync(cancellationToken);
        if (first is null || !packages.AreInstallable)
        {
            return first;
        }

        // Debian keeps the module venv, and on bare machines Python itself, apart.
        return await packages.InstallAsync(["python3-venv"], cancellationToken) ?? await TryMakeAsync(cancellationToken);
    }

    private async Task<Problem?> TryMakeAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }

        var result = await commands.RunAsync(new Command(programs.Find("python3") ?? "python3", "-m", "venv", Root) { Log = _log }, cancellationToken);
        return result.Succeeded ? null : new Problem($"no virtual environment for Python could be made: {result.LastLine}", "install Python 3.10 or later with its venv module");
    }

    private async Task<Problem?> FillAsync(CancellationToken cancellationToken)
    {
        var install = new Command(Interpreter, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", Moto.Requirement) { Log = _log };
        var result = await report.RunAsync(time, $"Installing {Moto.Requirement} with pip", () => commands.RunAsync(install, cancellationToken));
        return result.Succeeded
            ? null
            : new Problem(
                $"pip could not install {Moto.Requirement}: {result.LastLine}",
                $"see {_log}; pip needs an index that it can reach (PIP_INDEX_URL), or install moto yourself so that moto_server is on PATH");
    }
}
