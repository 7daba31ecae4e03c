using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Sandbox;

/// <summary>Finds a Python that has moto: that of moto_server on PATH, else any on PATH.</summary>
public sealed class PythonInterpreters(Programs programs, ICommands commands)
{
    // Prints the version and the interpreter's true path, which a pyenv shim hides.
    private const string Question = "import sys, moto, moto.server; print(moto.__version__, sys.executable)";

    private static readonly string[] Names = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python"];

    /// <summary>The interpreter's path, or null when none has a moto that server.py can extend.</summary>
    public async Task<string?> WithMotoAsync(CancellationToken cancellationToken)
    {
        foreach (var candidate in Candidates().Distinct())
        {
            var answer = await commands.RunAsync(new Command(candidate, "-c", Question), cancellationToken);
            if (answer.Succeeded && answer.Output.Trim().Split(' ', 2) is [var version, var interpreter] && Moto.Accepts(version))
            {
                return interpreter;
            }
        }

        return null;
    }

    /// <summary>The interpreter that a script's first line names, or null when it names none: pyenv's shims are shell scripts.</summary>
    public static string? InterpreterOf(string firstLine)
    {
        if (!firstLine.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        var words = firstLine[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var program = words.Length > 1 && Path.GetFileName(words[0]) == "env" ? words[^1] : words.FirstOrDefault();
        return program is not null && Path.GetFileName(program).StartsWith("python", StringComparison.Ordinal) ? program : null;
    }

    private IEnumerable<string> Candidates()
    {
        if (programs.Find("moto_server") is { } server && InterpreterOf(File.ReadLines(server).FirstOrDefault("")) is { } interpreter)
        {
            yield return interpreter;
        }

        foreach (var found in Names.Select(programs.Find).OfType<string>())
        {
            yield return found;
        }
    }
}

/// <summary>A Python of the sandbox's own with moto, in .sandbox/venv. One without its mark was cut short and is made again.</summary>
public sealed class VirtualEnvironment(
    SandboxFolder folder, Programs programs, DebianPackages packages, ICommands commands, IStepReport report, TimeProvider time)
{
    private readonly string log = folder.Log("pip");

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

        var result = await commands.RunAsync(new Command(programs.Find("python3") ?? "python3", "-m", "venv", Root) { Log = log }, cancellationToken);
        return result.Succeeded ? null
            : new Problem($"no virtual environment for Python could be made: {result.LastLine}", "install Python 3.10 or later with its venv module");
    }

    private async Task<Problem?> FillAsync(CancellationToken cancellationToken)
    {
        var install = new Command(Interpreter, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", Moto.Requirement) { Log = log };
        var result = await report.RunAsync(time, $"Installing {Moto.Requirement} with pip", () => commands.RunAsync(install.Fetching(), cancellationToken));
        return result.Succeeded
            ? null
            : new Problem(
                $"pip could not install {Moto.Requirement}: {result.LastLine}",
                $"see {log}; pip needs an index that it can reach (PIP_INDEX_URL), or install moto yourself so that moto_server is on PATH");
    }
}
