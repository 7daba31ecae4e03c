using TickStack.Failures;

namespace TickStack.Documents;

/// <summary>A value of a YAML or JSON file, with the place where it begins. Anchors, aliases and merge keys are already resolved.</summary>
public abstract record DocumentNode(SourceLocation Location)
{
    /// <summary>What people call this kind of value: "a mapping", "a list", …</summary>
    public abstract string Kind { get; }
}

/// <summary>Text, a number, true or false, or nothing.</summary>
public sealed record ScalarNode(string Value, ScalarForm Form, SourceLocation Location) : DocumentNode(Location)
{
    /// <summary>"null", "~" or nothing at all. A text that became empty is not null.</summary>
    public bool IsNull { get; init; }

    public override string Kind => IsNull ? "empty" : $"'{Value}'";
}

/// <summary>How a scalar is written, which limits what it may mean.</summary>
public enum ScalarForm
{
    /// <summary>In quotes, or a YAML block: text.</summary>
    Quoted,

    /// <summary>YAML without quotes: text, or a number, a flag or nothing, by its looks.</summary>
    Plain,

    /// <summary>A JSON number, true, false or null: never text.</summary>
    Literal,
}

public sealed record SequenceNode(IReadOnlyList<DocumentNode> Items, SourceLocation Location) : DocumentNode(Location)
{
    public override string Kind => "a list";
}

/// <param name="Entries">In the order of the file; keys are unique.</param>
/// <param name="Location">Where the mapping begins.</param>
public sealed record MappingNode(IReadOnlyList<MappingEntry> Entries, SourceLocation Location) : DocumentNode(Location)
{
    public override string Kind => "a mapping";

    public MappingEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}

/// <param name="Key">As written, without quotes.</param>
/// <param name="Value">What the key holds.</param>
/// <param name="Location">Of the key.</param>
public sealed record MappingEntry(string Key, DocumentNode Value, SourceLocation Location);

/// <summary>Gathers the entries of one mapping and reports a key that comes twice: readers disagree about which of the two counts.</summary>
internal sealed class MappingBuilder(SourceLocation location, ProblemLog problems)
{
    // That of YAML for a key on one line. Keys come again in the path of each value below them.
    private const int LongestKey = 1_024;

    private readonly OrderedDictionary<string, MappingEntry> entries = [];
    private readonly List<MappingNode> merged = [];

    public void Add(MappingEntry entry)
    {
        if (entry.Key.Length > LongestKey)
        {
            problems.Add($"a key has more than {LongestKey} characters", null, entry.Location);
        }
        else if (!entries.TryAdd(entry.Key, entry))
        {
            var first = entries[entry.Key];
            problems.Add($"the key '{entry.Key}' comes twice in one mapping", $"keep one; the other is in line {first.Location.Line}", entry.Location);
        }
    }

    /// <summary>A YAML merge key: its entries count where the mapping itself, and those merged before, say nothing.</summary>
    public void Merge(MappingNode node) => merged.Add(node);

    public MappingNode Build()
    {
        var entries = this.entries.Values.Concat(merged.SelectMany(node => node.Entries)).DistinctBy(entry => entry.Key);
        return new MappingNode([.. entries], location);
    }
}
