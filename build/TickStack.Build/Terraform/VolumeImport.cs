using TickStack.Build.Aws;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;

namespace TickStack.Build.Terraform;

/// <summary>Takes the data volume into a state that has lost it, with its key: otherwise Terraform would make a new, empty volume, and the stack would start on
/// that without a word. A lost state, a restore that was cut short, or a kill at the moment of creation.</summary>
public sealed class VolumeImport(IDataVolumes volumes, IStateCommands state, StackSettings settings, IStepReport steps)
{
    /// <param name="root">Whose plan it is.</param>
    /// <param name="plan">What was planned.</param>
    /// <returns>Whether the state has changed, so that the plan no longer holds.</returns>
    /// <exception cref="FailureException">Several volumes carry the stack's tags.</exception>
    public async Task<bool> ImportAsync(TerraformRoot root, PlanJson plan, CancellationToken cancellationToken)
    {
        if (root != TerraformRoot.Cluster || !Makes(plan, StackVolume.Address))
        {
            return false;
        }

        var found = await volumes.FindAsync(StackVolume.Tags(settings), cancellationToken);
        if (found.Count == 0)
        {
            return false;
        }

        await ImportAsync(root, Only(found), withKey: Makes(plan, StackVolume.KeyAddress), cancellationToken);
        return true;
    }

    private async Task ImportAsync(TerraformRoot root, EbsVolume volume, bool withKey, CancellationToken cancellationToken)
    {
        if (withKey && volume.KeyArn is { } key)
        {
            // First: whoever has the volume without its key would replace it.
            await state.ImportAsync(root, StackVolume.KeyAddress, key[(key.LastIndexOf('/') + 1)..], cancellationToken);
            steps.Note($"{StackVolume.KeyAddress}: {key} encrypts the data volume: it is taken into the state");
        }

        await state.ImportAsync(root, StackVolume.Address, volume.Id, cancellationToken);
        steps.Note($"{StackVolume.Address}: {volume.Id} carries the stack's tags, and the state has no volume: it is taken into the state");
    }

    private static bool Makes(PlanJson plan, string address) =>
        plan.ResourceChanges.Any(resource => resource.Address == address && resource.Action == ChangeAction.Create);

    private static EbsVolume Only(IReadOnlyList<EbsVolume> found) => found is [var one] ? one : throw new FailureException(
        $"terraform/cluster: the state has no data volume, and the account has {found.Count} that carry the stack's tags: "
            + string.Join(", ", found.Select(volume => volume.Id)),
        $"take the tag {StackVolume.BackupTag} away from all but the one that holds the data, then run the target again",
        ExitCode.InvalidInput);
}

/// <summary>How the data volume is known: in the state by its address, in the account by its tags (terraform/cluster/volume.tf).</summary>
public static class StackVolume
{
    public const string Address = "aws_ebs_volume.data";

    public const string KeyAddress = "aws_kms_key.this";

    /// <summary>Only the volume in use carries it: the daily snapshots follow it too.</summary>
    public const string BackupTag = "Backup";

    public const string NameTag = "Name";

    /// <summary>Tags that tell the volume in use from every other one of the account.</summary>
    public static IReadOnlyDictionary<string, string> Tags(StackSettings settings) =>
        new Dictionary<string, string> { [OwnerTags.Project] = settings.Name, [BackupTag] = settings.Name };

    /// <summary>"metrics-data".</summary>
    public static string NameOf(StackSettings settings) => $"{settings.Name}-data";

    /// <returns>The volume's id; null when the state holds none.</returns>
    public static string? IdIn(StateJson state) => state.Find(Address)?.Id;
}
