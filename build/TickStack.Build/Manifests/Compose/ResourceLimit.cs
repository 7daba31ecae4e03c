namespace TickStack.Build.Manifests.Compose;

/// <param name="Name">As in "nofile".</param>
/// <param name="Soft">-1: none.</param>
/// <param name="Hard">-1: none.</param>
public sealed record ResourceLimit(string Name, int Soft, int Hard);
