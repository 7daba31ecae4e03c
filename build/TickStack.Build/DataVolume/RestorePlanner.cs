using TickStack.Build.Aws;
using TickStack.Build.Terraform;

namespace TickStack.Build.DataVolume;

/// <summary>Finds out what a restore has to do, or to finish, and changes nothing but a state that has lost its volume.</summary>
public sealed class RestorePlanner(
    InfrastructureStage infrastructure, StackOutputs outputs, IStateCommands state, IDataVolumes volumes, SnapshotChoice snapshots)
{
    /// <param name="snapshotId">Null: the latest.</param>
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
                $"terraform/cluster has changes that are not applied ({string.Join(", ", others)}), and a restore applies nothing but its own. "
                    + "Nothing was changed.",
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
        var volume = current.Tags.TryGetValue(VolumeReplacement.ReplacedTag, out var text)
            ? await volumes.FindAsync(text.Split(' ')[0], cancellationToken) : current;
        return volume is null ? null : RestoreRecord.In(volume.Tags) is { DoneAt: null } record ? record : null;
    }

    private async Task<RestorePlan> ResumedAsync(
        RestoreRecord unfinished, string? snapshotId, ClusterOutputs cluster, EbsVolume current, CancellationToken cancellationToken)
    {
        if (snapshotId is not null && snapshotId != unfinished.SnapshotId)
        {
            throw new FailureException(
                $"A restore of {unfinished.SnapshotId} over {unfinished.ReplacedId} was cut short.",
                $"Finish it first: --target=Restore --snapshot={unfinished.SnapshotId}. Then restore {snapshotId}.",
                ExitCode.Unavailable);
        }

        var isInPlace = current.Id != unfinished.ReplacedId;
        var snapshot = isInPlace ? null : await snapshots.ChooseAsync(unfinished.SnapshotId, cancellationToken);
        return new RestorePlan(unfinished, cluster, current, snapshot) { IsResumed = true };
    }

    private async Task<EbsVolume> CurrentAsync(CancellationToken cancellationToken)
    {
        var pulled = await state.PullAsync(TerraformRoot.Cluster, cancellationToken);
        var id = StackVolume.IdIn(StateJson.Read(TerraformRoot.Cluster, pulled));
        return (id is null ? null : await volumes.FindAsync(id, cancellationToken)) ?? throw new FailureException(
            $"The data volume {id ?? ""} is not there.".Replace("  ", " ", StringComparison.Ordinal),
            "Run --target=Plan-Infrastructure and look what it says of aws_ebs_volume.data.",
            ExitCode.Unavailable);
    }
}

/// <summary>What a restore will do.</summary>
/// <param name="Record">Which snapshot, over which volume.</param>
/// <param name="Cluster">Whose volume it is.</param>
/// <param name="Current">The volume that is the stack's now.</param>
/// <param name="Snapshot">Null when an earlier run has put the new volume in place already, and the rest is to be done.</param>
public sealed record RestorePlan(RestoreRecord Record, ClusterOutputs Cluster, EbsVolume Current, VolumeSnapshot? Snapshot)
{
    /// <summary>Whether a run that was cut short has begun it.</summary>
    public bool IsResumed { get; init; }
}

/// <summary>
/// What a volume that was made by a restore says of it, in a tag: it lies in the account, so that any run, on any machine, can go on
/// where one was cut short.
/// </summary>
/// <param name="SnapshotId">What the volume was made from.</param>
/// <param name="ReplacedId">The volume whose place it takes.</param>
/// <param name="DoneAt">When the services ran on it; null: not yet.</param>
public sealed partial record RestoreRecord(string SnapshotId, string ReplacedId, DateTimeOffset? DoneAt = null)
{
    public const string Tag = "tickstack:restore";

    /// <summary>"snap-1 over vol-2", and "… at 2026-01-31T12:00:00Z" once it is done.</summary>
    public override string ToString() =>
        $"{SnapshotId} over {ReplacedId}"
            + (DoneAt is { } time ? string.Create(CultureInfo.InvariantCulture, $" at {time.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z") : "");

    /// <param name="tags">Of a volume.</param>
    /// <returns>Null when no restore has made it.</returns>
    public static RestoreRecord? In(IReadOnlyDictionary<string, string> tags)
    {
        var match = Text().Match(tags.GetValueOrDefault(Tag, ""));
        return !match.Success ? null : new RestoreRecord(
            match.Groups["snapshot"].Value,
            match.Groups["volume"].Value,
            match.Groups["done"].Success
                ? DateTimeOffset.Parse(match.Groups["done"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null);
    }

    [GeneratedRegex(@"^(?<snapshot>snap-[0-9a-f]+) over (?<volume>vol-[0-9a-f]+)( at (?<done>[0-9T:-]+Z))?\z")]
    private static partial Regex Text();
}
