using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Compose;

/// <param name="Driver">As in "awslogs"; null when the file names none.</param>
/// <param name="Options">The driver's.</param>
/// <param name="Location">Of the section.</param>
public sealed record LogDriverSettings(string? Driver, IReadOnlyDictionary<string, string> Options, SourceLocation Location);
