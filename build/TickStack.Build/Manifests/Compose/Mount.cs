using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Compose;

/// <param name="HostPath">Absolute path on the instance; null for a volume.</param>
/// <param name="Volume">Name of a declared volume; null with <paramref name="HostPath"/> null too: a volume without a name, of this container alone.</param>
/// <param name="ContainerPath">Absolute path in the container.</param>
/// <param name="ReadOnly">Whether the container may only read.</param>
/// <param name="Location">Of the entry.</param>
public sealed record Mount(string? HostPath, string? Volume, string ContainerPath, bool ReadOnly, SourceLocation Location);
