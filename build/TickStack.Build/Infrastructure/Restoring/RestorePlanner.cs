using TickStack.Build.Errors;
using TickStack.Build.Tools.Ec2;
using TickStack.Build.Tools.Terraform;

namespace TickStack.Build.Infrastructure.Restoring;

/// <summary>Finds out what a restore has to do, or to finish, and changes nothing but a state that has lost its volume.</summary>
public sealed class RestorePlanner(InfrastructureStage infrastructure, StackOutputs outputs, IStateCommands state, IDataVolumes volumes, SnapshotChoice snapshots)
{
    /// <param name="snapshotId">Null: the latest.</param>
    /// <param name="cancellationToken">The run's token.</param>
    public async Task<RestorePlan> PlanAsync(string? snapshotId, CancellationToken cancellationToken)
    {
        var cluster = await outputs.ClusterFromStateAsync(cancellationToken);
        var pending = await infrastructure.PlanAsync(TerraformRoot.Cluster, cancellationToken);
        var current = await CurrentAsync(cancellationToken);
        if (await UnfinishedAsync(current, cancellationToken) is { } unfinished)
        {
            return await ResumedAsync(unfinished, snapshotId, cluster, current, cancellationToken);
        }

        if (pending.Changes.Where(change => !IsOfTheInstance(change)).Select(change => change.Address).ToList() is { Count: > 0 } others)
        {
            throw new FailureException(
                $"terraform/cluster has changes that are not applied ({string.Join(", ", others)}), and a restore applies nothing but its own. Nothing was changed.",
                "Run --target=Apply-Infrastructure first, or take the changes back.",
                ExitCode.Unavailable);
        }

        var snapshot = await snapshots.ChooseAsync(snapshotId, cancellationToken);
        return new RestorePlan(new RestoreRecord(snapshot.Id, current.Id), cluster, current, snapshot);
    }

    // A newer machine image comes by itself every few weeks, and a restore launches an instance in any case.
    private static bool IsOfTheInstance(ResourceChange change) =>
        change.Action == ChangeAction.Update && change.Address is "aws_launch_template.this" or "aws_autoscaling_group.this";

    // Said by the volume that has come into place, or, when the state has not followed yet, by the one that was to leave it.
    private async Task<RestoreRecord?> UnfinishedAsync(EbsVolume current, CancellationToken cancellationToken)
    {
        var volume = current.Tags.TryGetValue(VolumeReplacement.ReplacedTag, out var text) ? await volumes.FindAsync(text.Split(' ')[0], cancellationToken) : current;
        return volume is null ? null : RestoreRecord.In(volume.Tags) is { DoneAt: null } record ? record : null;
    }

    private async Task<RestorePlan> ResumedAsync(RestoreRecord unfinished, string? snapshotId, ClusterOutputs cluster, EbsVolume current, CancellationToken cancellationToken)
    {
        if (snapshotId is not null && snapshotId != unfinished.SnapshotId)
        {
            throw new FailureException(
                $"A restore of {unfinished.SnapshotId} over {unfinished.ReplacedId} was cut short.",
                $"Finish it first: --target=Restore --snapshot={unfinished.SnapshotId}. Then restore {snapshotId}.",
                ExitCode.Unavailable);
        }

        var isInPlace = current.Id != unfinished.ReplacedId;
        return new RestorePlan(unfinished, cluster, current, isInPlace ? null : await snapshots.ChooseAsync(unfinished.SnapshotId, cancellationToken)) { IsResumed = true };
    }

    private async Task<EbsVolume> CurrentAsync(CancellationToken cancellationToken)
    {
        var id = StackVolume.IdIn(await state.PullAsync(TerraformRoot.Cluster, cancellationToken));
        return (id is null ? null : await volumes.FindAsync(id, cancellationToken)) ?? throw new FailureException(
            $"The data volume {id ?? ""} is not there.".Replace("  ", " ", StringComparison.Ordinal),
            "Run --target=Plan-Infrastructure and look what it says of aws_ebs_volume.data.",
            ExitCode.Unavailable);
    }
}
