using Amazon.EC2;
using Amazon.EC2.Model;

namespace TickStack.Build.Aws;

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

/// <param name="Id">"snap-…".</param>
/// <param name="VolumeId">What it was taken of.</param>
/// <param name="State">"pending", "completed" or "error".</param>
/// <param name="StartedAt">The moment whose content it holds; UTC.</param>
public sealed record VolumeSnapshot(string Id, string VolumeId, string State, DateTime StartedAt)
{
    /// <summary>Of the volume, in GiB.</summary>
    public int Size { get; init; }

    /// <summary>How far the copying has come, as EC2 says it: "43%".</summary>
    public string Progress { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>EC2.</summary>
public sealed class Ec2VolumeSnapshots(IAmazonEC2 ec2) : IVolumeSnapshots
{
    public async Task<VolumeSnapshot> CreateAsync(
        string volumeId, string description, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var request = new CreateSnapshotRequest
        {
            VolumeId = volumeId,
            Description = description,
            TagSpecifications = [new() { ResourceType = ResourceType.Snapshot, Tags = [.. tags.Select(tag => new Tag(tag.Key, tag.Value))] }],
        };
        var snapshot = (await AwsCall.RunAsync($"taking a snapshot of {volumeId}", () => ec2.CreateSnapshotAsync(request, cancellationToken))).Snapshot;
        return snapshot.State == SnapshotState.Error
            ? throw new FailureException(
                $"the snapshot {snapshot.SnapshotId} of {volumeId} failed: {snapshot.StateMessage}", "look at the volume in EC2, then run the target again")
            : Described(snapshot);
    }

    public async Task<VolumeSnapshot?> FindAsync(string id, CancellationToken cancellationToken)
    {
        // A filter finds nothing where a list of ids would be refused.
        var request = new DescribeSnapshotsRequest { Filters = [new("snapshot-id", [id])] };
        return await DescribeAsync(request, cancellationToken) is [var found, ..] ? found : null;
    }

    public Task<IReadOnlyList<VolumeSnapshot>> FindAsync(string tag, string value, CancellationToken cancellationToken) =>
        DescribeAsync(new DescribeSnapshotsRequest { OwnerIds = ["self"], Filters = [new($"tag:{tag}", [value])] }, cancellationToken);

    private Task<IReadOnlyList<VolumeSnapshot>> DescribeAsync(DescribeSnapshotsRequest request, CancellationToken cancellationToken) =>
        AwsCall.RunAsync<IReadOnlyList<VolumeSnapshot>>("asking EC2 for the snapshots", async () =>
        {
            var snapshots = new List<VolumeSnapshot>();
            do
            {
                var page = await ec2.DescribeSnapshotsAsync(request, cancellationToken);
                snapshots.AddRange((page.Snapshots ?? []).Select(Described));
                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
            return snapshots;
        });

    private static VolumeSnapshot Described(Snapshot snapshot) =>
        new(snapshot.SnapshotId, snapshot.VolumeId, snapshot.State.Value, snapshot.StartTime?.ToUniversalTime() ?? DateTime.UtcNow)
        {
            Size = snapshot.VolumeSize ?? 0,
            Progress = snapshot.Progress ?? "",
            Description = snapshot.Description ?? "",
            Tags = (snapshot.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value),
        };
}
