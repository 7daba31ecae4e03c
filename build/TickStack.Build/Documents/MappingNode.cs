using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

/// <param name="Entries">In the order of the file; keys are unique.</param>
/// <param name="Location">Where the mapping begins.</param>
public sealed record MappingNode(IReadOnlyList<MappingEntry> Entries, SourceLocation Location) : DocumentNode(Location)
{
    public override string Kind => "a mapping";

    public MappingEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}
