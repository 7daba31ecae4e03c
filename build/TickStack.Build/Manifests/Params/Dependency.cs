using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Params;

/// <param name="Container">Container that must have come far enough before this one starts.</param>
/// <param name="Condition">"START", "COMPLETE", "SUCCESS" or "HEALTHY".</param>
/// <param name="Location">Of the entry.</param>
public sealed record Dependency(string Container, string Condition, SourceLocation Location);
