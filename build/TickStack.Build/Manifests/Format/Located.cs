using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Format;

/// <summary>A value that is checked against others later, with the place to blame.</summary>
public sealed record Located<T>(T Value, SourceLocation Location);
