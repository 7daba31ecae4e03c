namespace TickStack.Build.Tools.Ec2;

/// <param name="Id">"snap-…".</param>
/// <param name="VolumeId">What it was taken of.</param>
/// <param name="State">"pending", "completed" or "error".</param>
/// <param name="StartedAt">The moment whose content it holds; UTC.</param>
public sealed record VolumeSnapshot(string Id, string VolumeId, string State, DateTime StartedAt);
