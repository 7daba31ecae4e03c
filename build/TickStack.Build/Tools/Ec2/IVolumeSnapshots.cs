namespace TickStack.Build.Tools.Ec2;

/// <summary>Snapshots of EBS volumes.</summary>
public interface IVolumeSnapshots
{
    /// <summary>Returns once EC2 has fixed the moment; the copying goes on by itself.</summary>
    /// <param name="volumeId">"vol-…".</param>
    /// <param name="description">Shown beside the snapshot.</param>
    /// <param name="tags">Of the snapshot.</param>
    Task<VolumeSnapshot> CreateAsync(string volumeId, string description, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);
}
