namespace TickStack.Build.Tools.Ec2;

/// <summary>EBS volumes.</summary>
public interface IDataVolumes
{
    /// <summary>Those that carry all of the tags, but for those on their way out.</summary>
    Task<IReadOnlyList<EbsVolume>> FindAsync(IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <returns>Null when there is none with this id.</returns>
    Task<EbsVolume?> FindAsync(string id, CancellationToken cancellationToken);

    /// <returns>Its id; it is not available yet.</returns>
    Task<string> CreateAsync(NewVolume volume, CancellationToken cancellationToken);

    /// <summary>Sets tags, over those of the same keys.</summary>
    Task TagAsync(string id, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    Task UntagAsync(string id, string key, CancellationToken cancellationToken);
}
