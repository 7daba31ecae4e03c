namespace TickStack.EcsCli.Format;

/// <summary>What the readers know besides the files, and where they say what is wrong with them.</summary>
public sealed class ReadingContext
{
    private const int MostFiles = 100;
    private const int MostCharacters = 4 << 20;

    private readonly HashSet<string> open = [];
    private int files;
    private long characters;

    /// <summary>Values for "${NAME}". Rendered files need none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>A variable that is not set is blank, with a warning, instead of an error.</summary>
    public bool AllowUnset { get; init; }

    /// <summary>Path → content, or null: for env_file and extends.</summary>
    public Func<string, string?> ReadFile { get; init; } = _ => null;

    public CancellationToken Cancellation { get; init; }

    public ProblemLog Problems { get; } = new();

    public ProblemLog Warnings { get; } = new(int.MaxValue);

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
    /// <param name="file">As it is named.</param>
    /// <param name="from">Where it is named.</param>
    /// <param name="inGeneral">What is said of any place in it: whoever may write the one file need not be allowed to read the other.</param>
    public ManifestSource? Included(string file, SourceLocation from, string inGeneral)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (++files > MostFiles)
        {
            throw new FailureException([new Problem($"env_file and extends name more than {MostFiles} files", "name fewer", from)]);
        }

        var path = Path.Combine(Path.GetDirectoryName(from.File) ?? "", file);
        return TextOf(path, from) is { } text ? new ManifestSource(path, Counted(text, from)) { InGeneral = inGeneral } : null;
    }

    private string? TextOf(string path, SourceLocation from)
    {
        try
        {
            return ReadFile(path);
        }
        catch (FailureException failure) when (failure.Problems is [{ Location: null } problem])
        {
            throw new FailureException([new Problem(problem.Message, problem.Remedy, from)], innerException: failure);
        }
    }

    /// <summary>Text that comes to that of the file itself: out of a variable, or out of another file. A few characters can ask for all of it
    /// many times.</summary>
    /// <exception cref="FailureException">It is too much in all.</exception>
    internal string Counted(string text, SourceLocation location)
    {
        characters += text.Length;
        return characters <= MostCharacters
            ? text
            : throw new FailureException([new Problem($"variables, env_file and extends add more than {MostCharacters} characters", "use fewer", location)]);
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
public sealed record ManifestSource(string File, string Text)
{
    /// <inheritdoc cref="SourceLocation.InGeneral"/>
    public string? InGeneral { get; init; }

    public SourceLocation Line(int number) => new(File, number, 1) { InGeneral = InGeneral };

    /// <summary>The root, with variables put in. A file that is something else altogether is refused before anything in it is judged, and so quoted.</summary>
    /// <param name="kind">What it is meant to be: "compose file".</param>
    /// <param name="isMeant">Whether it is.</param>
    /// <param name="context">Takes what is wrong with variables.</param>
    internal DocumentValue Root(string kind, Func<MappingNode, bool> isMeant, ReadingContext context)
    {
        var rules = new DocumentRules { InGeneral = InGeneral, Refusal = Refusal, Cancellation = context.Cancellation };
        return new DocumentValue(new Interpolation(context).Apply(DocumentReader.Read(File, Text, rules)), "", context.Problems);

        Problem? Refusal(DocumentNode root) => root switch
        {
            MappingNode mapping when mapping.Entries.Count == 0 || isMeant(mapping) => null,
            ScalarNode { IsNull: true } or SequenceNode => new Problem($"must be a mapping, but is {root.Kind}", null, root.Location),
            _ => new Problem($"this is no {kind}", null, root.Location),
        };
    }
}

/// <summary>A value that is checked against others later, with the place to blame.</summary>
public sealed record Located<T>(T Value, SourceLocation Location);
