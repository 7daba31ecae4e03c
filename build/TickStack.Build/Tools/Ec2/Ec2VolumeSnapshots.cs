using Amazon.EC2;
using Amazon.EC2.Model;
using TickStack.Build.Errors;
using TickStack.Build.Tools.Aws;

namespace TickStack.Build.Tools.Ec2;

/// <summary>EC2.</summary>
public sealed class Ec2VolumeSnapshots(IAmazonEC2 ec2) : IVolumeSnapshots
{
    public async Task<VolumeSnapshot> CreateAsync(string volumeId, string description, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var request = new CreateSnapshotRequest
        {
            VolumeId = volumeId,
            Description = description,
            TagSpecifications = [new() { ResourceType = ResourceType.Snapshot, Tags = [.. tags.Select(tag => new Tag(tag.Key, tag.Value))] }],
        };
        var snapshot = (await AwsCall.RunAsync($"taking a snapshot of {volumeId}", () => ec2.CreateSnapshotAsync(request, cancellationToken))).Snapshot;
        return snapshot.State == SnapshotState.Error
            ? throw new FailureException($"the snapshot {snapshot.SnapshotId} of {volumeId} failed: {snapshot.StateMessage}", "look at the volume in EC2, then run the target again")
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
