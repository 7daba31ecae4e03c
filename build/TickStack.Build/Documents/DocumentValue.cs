using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

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
