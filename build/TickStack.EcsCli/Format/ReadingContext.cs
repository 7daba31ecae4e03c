namespace TickStack.EcsCli.Format;

/// <summary>What the readers know besides the files, and where they say what is wrong with them.</summary>
public sealed class ReadingContext
{
    private readonly HashSet<string> open = [];

    /// <summary>Values for "${NAME}". Rendered files need none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>A variable that is not set is blank, with a warning, instead of an error.</summary>
    public bool AllowUnset { get; init; }

    /// <summary>Path → content, or null: for env_file and extends.</summary>
    public Func<string, string?> ReadFile { get; init; } = _ => null;

    public ProblemLog Problems { get; } = new();

    public ProblemLog Warnings { get; } = new();

    /// <summary>The variable's value; a missing one is reported, or blank when that is allowed.</summary>
    public string Variable(string name, SourceLocation location)
    {
        if (Variables.TryGetValue(name, out var value))
        {
            return value;
        }

        if (AllowUnset)
        {
            Warnings.Add($"the variable {name} is not set: it counts as blank", null, location);
        }
        else
        {
            Problems.Add($"the variable {name} is not set", Remedy(name), location);
        }

        return "";
    }

    /// <summary>A file that another one names, or null. Its path begins in the folder of the one that names it.</summary>
    public ManifestSource? Included(string file, SourceLocation from)
    {
        var path = Path.Combine(Path.GetDirectoryName(from.File) ?? "", file);
        return ReadFile(path) is { } text ? new ManifestSource(path, text) : null;
    }

    /// <summary>Marks a file as being read; false when it already is, so that it includes itself.</summary>
    internal bool Open(string file) => open.Add(file);

    internal void Close(string file) => open.Remove(file);

    private string Remedy(string name) =>
        Suggestion.Nearest(name, Variables.Keys) is { } nearest ? $"did you mean {nearest}?" : $"set it, or write ${{{name}:-default}}";
}

/// <summary>A docker-compose.yml or ecs-params.yml.</summary>
/// <param name="File">Name to show in messages.</param>
/// <param name="Text">The content.</param>
public sealed record ManifestSource(string File, string Text);

/// <summary>A value that is checked against others later, with the place to blame.</summary>
public sealed record Located<T>(T Value, SourceLocation Location);
