using TickStack.Build.Aws;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.DataVolume;

/// <summary>Which snapshot is restored, and whether it may be.</summary>
public sealed class SnapshotChoice(IVolumeSnapshots snapshots, StackSettings settings)
{
    /// <param name="id">Null: the latest that is complete.</param>
    /// <exception cref="FailureException">There is none, or it is not complete, another stack's, or larger than the volume.</exception>
    public async Task<VolumeSnapshot> ChooseAsync(string? id, CancellationToken cancellationToken)
    {
        var snapshot = id is null ? await LatestAsync(cancellationToken) : await NamedAsync(id, cancellationToken);
        return snapshot.Size <= settings.Infrastructure.DataVolumeSize ? snapshot : throw Refused(
            $"{snapshot.Id} is of {snapshot.Size} GiB, and infrastructure.dataVolumeSize is {settings.Infrastructure.DataVolumeSize}",
            $"set it to {snapshot.Size} or more in build/environments/{settings.Environment}.json");
    }

    private async Task<VolumeSnapshot> LatestAsync(CancellationToken cancellationToken)
    {
        // The instance's root volume has the owner's tag too.
        var all = (await snapshots.FindAsync(OwnerTags.Project, settings.Name, cancellationToken))
            .Where(snapshot => snapshot.Tags.GetValueOrDefault(StackVolume.NameTag) == StackVolume.NameOf(settings)).ToList();
        return all.Where(snapshot => snapshot.State == "completed").MaxBy(snapshot => snapshot.StartedAt) ?? throw Refused(
            $"there is no complete snapshot with the tags {OwnerTags.Project} = {settings.Name} and {StackVolume.NameTag} = {StackVolume.NameOf(settings)}"
                + string.Concat(all.Select((snapshot, index) => $"{(index == 0 ? "; " : ", ")}{Standing(snapshot)}")),
            "take one with --target=Backup, and wait until EC2 has completed it");
    }

    private async Task<VolumeSnapshot> NamedAsync(string id, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.FindAsync(id, cancellationToken)
            ?? throw Refused($"there is no snapshot {id} in {settings.Region} that account {settings.Account} can see",
                "aws ec2 describe-snapshots --owner-ids self lists them; or write --snapshot=latest");
        var owner = snapshot.Tags.GetValueOrDefault(OwnerTags.Project);
        return owner != settings.Name
            ? throw Refused(
                $"{id} is not of this stack: its tag {OwnerTags.Project} is {(owner is null ? "missing" : $"'{owner}'")}, and this is '{settings.Name}'",
                $"if its data are meant to come here, say so with that tag: "
                    + $"aws ec2 create-tags --resources {id} --tags Key={OwnerTags.Project},Value={settings.Name}")
            : snapshot.State == "completed" ? snapshot
            : throw Refused(Standing(snapshot), "wait until EC2 has completed it, or restore another one");
    }

    private static string Standing(VolumeSnapshot snapshot) =>
        $"{snapshot.Id} is {snapshot.State}{(snapshot.Progress.Length > 0 ? $" ({snapshot.Progress})" : "")}";

    private static FailureException Refused(string message, string remedy) => new($"{message}. Nothing was changed.", remedy, ExitCode.Unavailable);
}
