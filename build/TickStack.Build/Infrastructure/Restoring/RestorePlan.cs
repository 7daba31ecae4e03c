using TickStack.Build.Tools.Ec2;

namespace TickStack.Build.Infrastructure.Restoring;

/// <summary>What a restore will do.</summary>
/// <param name="Record">Which snapshot, over which volume.</param>
/// <param name="Cluster">Whose volume it is.</param>
/// <param name="Current">The volume that is the stack's now.</param>
/// <param name="Snapshot">Null when an earlier run has put the new volume in place already, and the rest is to be done.</param>
public sealed record RestorePlan(RestoreRecord Record, ClusterOutputs Cluster, EbsVolume Current, VolumeSnapshot? Snapshot)
{
    /// <summary>Whether a run that was cut short has begun it.</summary>
    public bool IsResumed { get; init; }
}
