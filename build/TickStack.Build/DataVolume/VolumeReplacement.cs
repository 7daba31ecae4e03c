using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.DataVolume;

/// <summary>Puts a volume from a snapshot into the place of the data volume: in the account by tags, in Terraform's state by its address. Every step can be the
/// last of a run: what is there is found again by its tags, and a state without a volume is mended by <see cref="VolumeImport"/>, which then finds the new one
/// alone.</summary>
public sealed class VolumeReplacement(IDataVolumes volumes, IStateCommands state, StackSettings settings, IStepReport steps, TimeProvider time)
{
    /// <summary>On the volume that was replaced: by which, and when.</summary>
    public const string ReplacedTag = "tickstack:replaced-by";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);

    /// <summary>Ids of the volumes that restores have replaced, as long as nobody has deleted them.</summary>
    public async Task<IReadOnlyList<string>> ReplacedAsync(CancellationToken cancellationToken)
    {
        var all = await volumes.FindAsync(new Dictionary<string, string> { [OwnerTags.Project] = settings.Name }, cancellationToken);
        return [.. all.Where(volume => volume.Tags.ContainsKey(ReplacedTag)).Select(volume => volume.Id)];
    }

    /// <summary>A volume from the snapshot, available, which is nobody's yet. One that an earlier run has made is taken.</summary>
    public async Task<EbsVolume> PrepareAsync(VolumeSnapshot snapshot, EbsVolume replaced, string zone, CancellationToken cancellationToken)
    {
        var record = new RestoreRecord(snapshot.Id, replaced.Id);
        var made = await volumes.FindAsync(
            new Dictionary<string, string> { [OwnerTags.Project] = settings.Name, [RestoreRecord.Tag] = $"{record}" }, cancellationToken);
        var id = made.FirstOrDefault(volume => volume.State is "creating" or "available")?.Id
            ?? await volumes.CreateAsync(
                new NewVolume(snapshot.Id, zone, settings.Infrastructure.DataVolumeSize, replaced.KeyArn, TagsOf(record)), cancellationToken);
        return await AvailableAsync(id, cancellationToken);
    }

    /// <summary>From here on the new volume is the stack's, and the old one is kept beside it.</summary>
    public async Task SwapAsync(EbsVolume volume, EbsVolume replaced, CancellationToken cancellationToken)
    {
        await volumes.TagAsync(volume.Id, StackVolume.Tags(settings), cancellationToken);
        await volumes.TagAsync(
            replaced.Id,
            new Dictionary<string, string>
            {
                [StackVolume.NameTag] = $"{StackVolume.NameOf(settings)}-replaced",
                [ReplacedTag] = $"{volume.Id} at {time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}",
            },
            cancellationToken);
        await volumes.UntagAsync(replaced.Id, StackVolume.BackupTag, cancellationToken);
        await state.ForgetAsync(TerraformRoot.Cluster, StackVolume.Address, cancellationToken);
        await state.ImportAsync(TerraformRoot.Cluster, StackVolume.Address, volume.Id, cancellationToken);
        steps.Note($"{StackVolume.Address} is {volume.Id} now; {replaced.Id} is kept");
    }

    public Task FinishAsync(string id, RestoreRecord record, CancellationToken cancellationToken) =>
        volumes.TagAsync(id, new Dictionary<string, string> { [RestoreRecord.Tag] = $"{record with { DoneAt = time.GetUtcNow() }}" }, cancellationToken);

    // Not yet with the tag that says which volume is in use.
    private Dictionary<string, string> TagsOf(RestoreRecord record) => new(settings.Infrastructure.Tags)
    {
        [OwnerTags.Project] = settings.Name,
        [OwnerTags.ManagedBy] = OwnerTags.Terraform,
        [StackVolume.NameTag] = StackVolume.NameOf(settings),
        [RestoreRecord.Tag] = $"{record}",
    };

    private async Task<EbsVolume> AvailableAsync(string id, CancellationToken cancellationToken)
    {
        EbsVolume? volume = null;
        Exception Unusable() => new FailureException($"{id} did not become available: it is {volume?.State ?? "gone"}. The stack is as it was.",
            "Look at the volume in EC2, delete it, and run the target again.");
        await Poll.UntilAsync(
            time,
            Pause,
            Bound,
            async () =>
            {
                volume = await volumes.FindAsync(id, cancellationToken);
                return volume?.State == "error" ? throw Unusable() : volume?.State == "available";
            },
            Unusable,
            cancellationToken);
        return volume!;
    }
}
