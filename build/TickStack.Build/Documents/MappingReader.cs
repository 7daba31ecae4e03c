using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

/// <summary>Reads a mapping with a fixed set of keys. A key is known once it was asked for; <see cref="Done"/> reports the others.</summary>
public sealed class MappingReader(MappingNode node, string path, ProblemLog problems)
{
    private readonly HashSet<string> _known = [];

    public string Path { get; } = path;

    public SourceLocation Location => node.Location;

    /// <summary>Null when the key is absent or empty.</summary>
    public DocumentValue? Optional(string key)
    {
        _known.Add(key);
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
        foreach (var entry in node.Entries.Where(entry => !_known.Contains(entry.Key)))
        {
            problems.Add($"{DocumentValue.Join(Path, entry.Key)} is not a known key", Suggestion.Remedy(entry.Key, _known), entry.Location);
        }
    }
}
