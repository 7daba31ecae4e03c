namespace TickStack.Build.Tools.Ec2;

/// <summary>Snapshots of EBS volumes.</summary>
public interface IVolumeSnapshots
{
    /// <summary>Returns once EC2 has fixed the moment; the copying goes on by itself.</summary>
    /// <param name="volumeId">"vol-…".</param>
    /// <param name="description">Shown beside the snapshot.</param>
    /// <param name="tags">Of the snapshot.</param>
    Task<VolumeSnapshot> CreateAsync(string volumeId, string description, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <returns>Null when there is none with this id that the account may see.</returns>
    Task<VolumeSnapshot?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The account's own that carry the tag.</summary>
    Task<IReadOnlyList<VolumeSnapshot>> FindAsync(string tag, string value, CancellationToken cancellationToken);
}
