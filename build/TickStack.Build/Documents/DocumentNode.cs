using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

/// <summary>A value of a YAML or JSON file, with the place where it begins. Anchors, aliases and merge keys are already resolved.</summary>
public abstract record DocumentNode(SourceLocation Location)
{
    /// <summary>What people call this kind of value: "a mapping", "a list", …</summary>
    public abstract string Kind { get; }
}
