namespace TickStack.Build.Manifests.Compose;

/// <param name="HostPath">Device on the instance.</param>
/// <param name="ContainerPath">Null: the same.</param>
/// <param name="Permissions">Of "read", "write", "mknod"; empty: all.</param>
public sealed record DeviceMapping(string HostPath, string? ContainerPath, IReadOnlyList<string> Permissions);
