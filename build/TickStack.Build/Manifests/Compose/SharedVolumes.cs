using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Compose;

/// <summary>All mounts of another container (volumes_from).</summary>
public sealed record SharedVolumes(string Container, bool ReadOnly, SourceLocation Location);
