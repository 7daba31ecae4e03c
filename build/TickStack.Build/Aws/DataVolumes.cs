using Amazon.EC2;
using Amazon.EC2.Model;

namespace TickStack.Build.Aws;

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

/// <summary>What EC2 says of an EBS volume.</summary>
/// <param name="Id">"vol-…".</param>
/// <param name="State">"creating", "available", "in-use", "deleting", "deleted" or "error".</param>
/// <param name="KeyArn">Of the key that encrypts it; null: it is not encrypted.</param>
/// <param name="HolderId">The instance that it is attached to; null: none, or not yet.</param>
public sealed record EbsVolume(string Id, string State, string? KeyArn, string? HolderId, IReadOnlyDictionary<string, string> Tags);

/// <summary>A volume to be made from a snapshot, encrypted, of type gp3.</summary>
/// <param name="SnapshotId">"snap-…".</param>
/// <param name="Zone">Availability zone.</param>
/// <param name="Size">GiB; at least the snapshot's.</param>
/// <param name="KeyArn">The key that encrypts it; null: that of the snapshot.</param>
public sealed record NewVolume(string SnapshotId, string Zone, int Size, string? KeyArn, IReadOnlyDictionary<string, string> Tags);

/// <summary>EC2.</summary>
public sealed class Ec2DataVolumes(IAmazonEC2 ec2) : IDataVolumes
{
    private static readonly string[] Leaving = ["deleting", "deleted"];

    public async Task<IReadOnlyList<EbsVolume>> FindAsync(IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var filters = tags.Select(tag => new Filter($"tag:{tag.Key}", [tag.Value])).ToList();
        return await DescribeAsync(new DescribeVolumesRequest { Filters = filters }, cancellationToken);
    }

    public async Task<EbsVolume?> FindAsync(string id, CancellationToken cancellationToken)
    {
        // A filter finds nothing where a list of ids would be refused.
        var request = new DescribeVolumesRequest { Filters = [new("volume-id", [id])] };
        return await DescribeAsync(request, cancellationToken) is [var found, ..] ? found : null;
    }

    public async Task<string> CreateAsync(NewVolume volume, CancellationToken cancellationToken)
    {
        var request = new CreateVolumeRequest
        {
            SnapshotId = volume.SnapshotId,
            AvailabilityZone = volume.Zone,
            Size = volume.Size,
            VolumeType = VolumeType.Gp3,
            Encrypted = true,
            KmsKeyId = volume.KeyArn,
            TagSpecifications = [new() { ResourceType = ResourceType.Volume, Tags = Tags(volume.Tags) }],
        };
        return await AwsCall.RunAsync(
            $"making a volume from {volume.SnapshotId}", async () => (await ec2.CreateVolumeAsync(request, cancellationToken)).Volume.VolumeId);
    }

    public Task TagAsync(string id, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        AwsCall.RunAsync($"tagging {id}", () => ec2.CreateTagsAsync(new CreateTagsRequest { Resources = [id], Tags = Tags(tags) }, cancellationToken));

    public Task UntagAsync(string id, string key, CancellationToken cancellationToken) =>
        AwsCall.RunAsync($"untagging {id}", () => ec2.DeleteTagsAsync(new DeleteTagsRequest { Resources = [id], Tags = [new(key)] }, cancellationToken));

    private Task<IReadOnlyList<EbsVolume>> DescribeAsync(DescribeVolumesRequest request, CancellationToken cancellationToken) =>
        AwsCall.RunAsync<IReadOnlyList<EbsVolume>>("asking EC2 for the volumes", async () =>
        {
            var volumes = new List<EbsVolume>();
            do
            {
                var page = await ec2.DescribeVolumesAsync(request, cancellationToken);
                volumes.AddRange((page.Volumes ?? []).Select(Described).Where(volume => !Leaving.Contains(volume.State)));
                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
            return volumes;
        });

    private static EbsVolume Described(Volume volume) => new(
        volume.VolumeId,
        volume.State.Value,
        volume.Encrypted == true ? volume.KmsKeyId : null,
        volume.Attachments?.FirstOrDefault(attachment => attachment.State == VolumeAttachmentState.Attached)?.InstanceId,
        (volume.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value));

    private static List<Tag> Tags(IReadOnlyDictionary<string, string> tags) => [.. tags.Select(tag => new Tag(tag.Key, tag.Value))];
}
