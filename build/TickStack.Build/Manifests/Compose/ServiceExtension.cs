using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Compose;

/// <param name="Service">Name of the service that is extended.</param>
/// <param name="File">Path relative to the compose file; null for the same file.</param>
/// <param name="Location">Of the extends key's value.</param>
public sealed record ServiceExtension(string Service, string? File, SourceLocation Location);
