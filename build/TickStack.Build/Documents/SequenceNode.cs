using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

public sealed record SequenceNode(IReadOnlyList<DocumentNode> Items, SourceLocation Location) : DocumentNode(Location)
{
    public override string Kind => "a list";
}
