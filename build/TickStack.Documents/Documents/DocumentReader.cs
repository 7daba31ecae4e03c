using TickStack.Failures;

namespace TickStack.Documents;

/// <summary>Reads a YAML or JSON file strictly: one document, unique keys, every value with its line and column.</summary>
public static class DocumentReader
{
    /// <param name="file">Name to show in messages; ".json" reads as JSON, anything else as YAML.</param>
    /// <param name="text">The file's content.</param>
    /// <param name="rules">What the file is held to beyond its syntax.</param>
    /// <exception cref="FailureException">The first error of syntax, or every duplicate key.</exception>
    public static DocumentNode Read(string file, string text, DocumentRules? rules = null)
    {
        rules ??= new DocumentRules();
        var problems = new ProblemLog();
        var start = new SourceLocation(file, 1, 1) { InGeneral = rules.InGeneral };
        var root = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? new JsonTree(start, text, problems).Read()
            : new YamlTree(start, text, problems, rules.Cancellation).Read();
        if (rules.Refusal(root) is { } refusal)
        {
            throw new FailureException([refusal]);
        }

        problems.ThrowIfAny();
        return root;
    }

    /// <summary>The root as a value to read from; its problems go to <paramref name="problems"/>.</summary>
    /// <exception cref="FailureException">The first error of syntax, or every duplicate key.</exception>
    public static DocumentValue Read(string file, string text, ProblemLog problems) => new(Read(file, text), "", problems);
}

/// <summary>What a file is held to beyond its syntax, and what may be said of it.</summary>
public sealed record DocumentRules
{
    /// <inheritdoc cref="SourceLocation.InGeneral"/>
    public string? InGeneral { get; init; }

    /// <summary>What is wrong when the file is something else altogether, which nothing else is said about then. Null: it is what it should be.</summary>
    public Func<DocumentNode, Problem?> Refusal { get; init; } = _ => null;

    public CancellationToken Cancellation { get; init; }
}

/// <summary>Reads a mapping with a fixed set of keys. A key is known once it was asked for; <see cref="Done"/> reports the others.</summary>
public sealed class MappingReader(MappingNode node, string path, ProblemLog problems)
{
    private readonly HashSet<string> known = [];

    public string Path { get; } = path;

    public SourceLocation Location => node.Location;

    /// <summary>Null when the key is absent or empty.</summary>
    public DocumentValue? Optional(string key)
    {
        known.Add(key);
        return node.Find(key) is { } entry && entry.Value is not ScalarNode { IsNull: true }
            ? new DocumentValue(entry.Value, DocumentValue.Join(Path, key), problems)
            : null;
    }

    /// <summary>Null after having reported that the key is absent or empty.</summary>
    public DocumentValue? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            var name = DocumentValue.Join(Path, key);
            var present = node.Find(key);
            problems.Add(present is null ? $"{name} is missing" : $"{name} is empty", null, present?.Location ?? Location);
        }

        return value;
    }

    /// <summary>True when the key is there, even with nothing behind it.</summary>
    public bool Has(string key) => node.Find(key) is not null;

    /// <summary>Reports every key that nobody asked for, with the nearest one that is known.</summary>
    public void Done()
    {
        foreach (var entry in node.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            problems.Add($"{DocumentValue.Join(Path, entry.Key)} is not a known key", Suggestion.Remedy(entry.Key, known), entry.Location);
        }
    }
}

/// <summary>A node under conversion. Each conversion returns null, or something empty, after it has reported what is wrong.</summary>
/// <param name="node">The value.</param>
/// <param name="path">Keys that lead to it: "services.influxdb.ports[0]"; empty for the root.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class DocumentValue(DocumentNode node, string path, ProblemLog problems)
{
    public DocumentNode Node { get; } = node;

    public string Path { get; } = path;

    public SourceLocation Location => Node.Location;

    public ProblemLog Problems { get; } = problems;

    public IReadOnlyList<DocumentValue> List()
    {
        if (Node is SequenceNode sequence)
        {
            return [.. sequence.Items.Select((item, index) => new DocumentValue(item, $"{Path}[{index}]", Problems))];
        }

        MustBe("a list");
        return [];
    }

    public IReadOnlyList<string> Texts() => [.. List().Select(item => item.Text()).OfType<string>()];

    /// <summary>A mapping with a fixed set of keys. Call <see cref="MappingReader.Done"/> when every known key has been read.</summary>
    public MappingReader Mapping()
    {
        if (Node is not MappingNode)
        {
            MustBe("a mapping");
        }

        return new MappingReader(Node as MappingNode ?? new MappingNode([], Location), Path, Problems);
    }

    /// <summary>A mapping whose keys the file chooses, as pairs in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<MappingEntry, DocumentValue>> Entries()
    {
        if (Node is MappingNode mapping)
        {
            return [.. mapping.Entries.Select(entry => KeyValuePair.Create(entry, new DocumentValue(entry.Value, Join(Path, entry.Key), Problems)))];
        }

        MustBe("a mapping");
        return [];
    }

    /// <summary>A mapping of text to text whose keys the file chooses.</summary>
    public IReadOnlyDictionary<string, string> TextMap()
    {
        var texts = Entries().Select(pair => (pair.Key.Key, Text: pair.Value.Text()));
        return texts.Where(pair => pair.Text is not null).ToDictionary(pair => pair.Key, pair => pair.Text!);
    }

    public void Problem(string message, string? remedy = null) =>
        Problems.Add(Path.Length == 0 ? message : $"{Path}: {message}", remedy, Location);

    /// <summary>Reports that the value is not what <paramref name="allowed"/> names, and what it is.</summary>
    public void MustBe(string allowed) => Problem($"must be {allowed}, but is {Node.Kind}");

    internal static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
