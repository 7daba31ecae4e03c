using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

/// <summary>Text, a number, true or false, or nothing.</summary>
public sealed record ScalarNode(string Value, ScalarForm Form, SourceLocation Location) : DocumentNode(Location)
{
    /// <summary>"null", "~" or nothing at all. A text that became empty is not null.</summary>
    public bool IsNull { get; init; }

    public override string Kind => IsNull ? "empty" : $"'{Value}'";
}
