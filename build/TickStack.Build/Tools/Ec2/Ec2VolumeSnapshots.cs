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
        try
        {
            var snapshot = (await ec2.CreateSnapshotAsync(request, cancellationToken)).Snapshot;
            return snapshot.State == SnapshotState.Error
                ? throw new FailureException($"the snapshot {snapshot.SnapshotId} of {volumeId} failed: {snapshot.StateMessage}", "look at the volume in EC2, then run the target again")
                : new VolumeSnapshot(snapshot.SnapshotId, volumeId, snapshot.State.Value, snapshot.StartTime?.ToUniversalTime() ?? DateTime.UtcNow);
        }
        catch (Exception exception) when (AwsFailure.IsExpected(exception))
        {
            throw AwsFailure.Of($"taking a snapshot of {volumeId}", exception);
        }
    }
}
