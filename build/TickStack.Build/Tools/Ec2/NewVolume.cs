namespace TickStack.Build.Tools.Ec2;

/// <summary>A volume to be made from a snapshot, encrypted, of type gp3.</summary>
/// <param name="SnapshotId">"snap-…".</param>
/// <param name="Zone">Availability zone.</param>
/// <param name="Size">GiB; at least the snapshot's.</param>
/// <param name="KeyArn">The key that encrypts it; null: that of the snapshot.</param>
public sealed record NewVolume(string SnapshotId, string Zone, int Size, string? KeyArn, IReadOnlyDictionary<string, string> Tags);
