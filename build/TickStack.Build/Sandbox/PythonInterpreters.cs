using TickStack.Build.Tools.Commands;

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
