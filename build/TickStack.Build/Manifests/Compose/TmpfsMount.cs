namespace TickStack.Build.Manifests.Compose;

/// <param name="ContainerPath">Absolute path.</param>
/// <param name="Size">MiB.</param>
/// <param name="Options">As in "noexec", "mode=755".</param>
public sealed record TmpfsMount(string ContainerPath, int Size, IReadOnlyList<string> Options);
