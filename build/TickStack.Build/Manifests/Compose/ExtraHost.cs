namespace TickStack.Build.Manifests.Compose;

/// <summary>A line of the container's /etc/hosts.</summary>
public sealed record ExtraHost(string Name, string Address);
