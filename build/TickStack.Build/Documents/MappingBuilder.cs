using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

/// <summary>Gathers the entries of one mapping and reports a key that comes twice: readers disagree about which of the two counts.</summary>
internal sealed class MappingBuilder(SourceLocation location, ProblemLog problems)
{
    private readonly List<MappingEntry> _entries = [];
    private readonly List<MappingNode> _merged = [];

    public void Add(MappingEntry entry)
    {
        if (_entries.Find(other => other.Key == entry.Key) is { } first)
        {
            problems.Add($"the key '{entry.Key}' comes twice in one mapping", $"keep one; the other is in line {first.Location.Line}", entry.Location);
            return;
        }

        _entries.Add(entry);
    }

    /// <summary>A YAML merge key: its entries count where the mapping itself, and those merged before, say nothing.</summary>
    public void Merge(MappingNode node) => _merged.Add(node);

    public MappingNode Build()
    {
        var entries = _entries.Concat(_merged.SelectMany(node => node.Entries)).DistinctBy(entry => entry.Key);
        return new MappingNode([.. entries], location);
    }
}
