using TickStack.Build.Aws;
using TickStack.Build.DataVolume;
using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

/// <summary>Snapshot → new volume → Terraform's state → new instance, with the services stopped around it. What a run leaves unfinished, the next one finds by
/// the tags of the volumes and goes on with.</summary>
[TaskName("Restore")]
[TaskDescription("Puts the data volume back to a snapshot, with the services stopped around it, and keeps the old volume")]
public sealed class RestoreTask : CloudTask<RestoreOptions>
{
    protected override async Task RunInCloudAsync(BuildContext context, RestoreOptions options)
    {
        context.Confirmation.Check();
        var plan = await context.RestorePlanner.PlanAsync(options.Snapshot, context.Cancellation);
        await context.Confirmation.RequireAsync(RestoreNotice.Before(plan, context.Time.GetUtcNow()), context.Cancellation);

        // While everything still runs: what fails here has stopped nothing.
        var volume = plan.Snapshot is { } snapshot ? await MakeVolumeAsync(context, plan, snapshot) : plan.Current;
        try
        {
            await PutInPlaceAsync(context, plan, volume);
        }
        catch
        {
            context.Steps.Note("the services may be stopped now: run the same target again, it goes on where this run has ended");
            throw;
        }

        await context.VolumeReplacement.FinishAsync(volume.Id, plan.Record, context.Cancellation);
        foreach (var line in RestoreNotice.After(plan.Record, volume, context.Settings.Name))
        {
            context.Steps.Note(line);
        }
    }

    private static Task<EbsVolume> MakeVolumeAsync(BuildContext context, RestorePlan plan, VolumeSnapshot snapshot) => context.Steps.RunAsync(
        context.Time,
        $"making a volume from {snapshot.Id}",
        () => context.VolumeReplacement.PrepareAsync(snapshot, plan.Current, plan.Cluster.AvailabilityZone, context.Cancellation));

    private static async Task PutInPlaceAsync(BuildContext context, RestorePlan plan, EbsVolume volume)
    {
        await context.Services.StopAsync(plan.Cluster.ClusterName, context.Cancellation);
        if (plan.Snapshot is not null)
        {
            await context.VolumeReplacement.SwapAsync(volume, plan.Current, context.Cancellation);
        }

        context.Report.Add(await context.Infrastructure.ApplyAsync(TerraformRoot.Cluster, context.Cancellation));

        // Started on the old instance, the database would write to the old volume.
        await context.VolumeHost.WaitAsync(plan.Cluster.ClusterName, volume.Id, context.Cancellation);
        await context.Services.StartAsync(plan.Cluster.ClusterName, context.Cancellation);
    }
}

/// <param name="Snapshot">Id of the snapshot; null: the latest.</param>
public sealed partial record RestoreOptions(string? Snapshot) : ITargetOptions<RestoreOptions>
{
    private const string Latest = "latest";

    private static readonly KnownOption Which = new(
        "snapshot",
        new("ID", "the id of a snapshot, such as snap-0a1b2c3d, or latest", text => text == Latest || SnapshotId().IsMatch(text)),
        "What to restore: the id of a snapshot, or latest")
    { IsRequired = true };

    public static IReadOnlyList<KnownOption> Known => [Which, Confirmation.Option];

    public static RestoreOptions Read(CommandLine line) => new(line.Value(Which) is { } id and not Latest ? id : null);

    [GeneratedRegex("^snap-[0-9a-f]{8,17}$")]
    private static partial Regex SnapshotId();
}

/// <summary>What people are told before and after a restore.</summary>
public static class RestoreNotice
{
    public static IReadOnlyList<string> Before(RestorePlan plan, DateTimeOffset now) =>
    [
        .. plan.IsResumed ? [$"goes on with a restore of {plan.Record.SnapshotId} that was cut short"] : Array.Empty<string>(),
        plan.Snapshot is { } snapshot
            ? string.Create(CultureInfo.InvariantCulture,
                $"restores {snapshot.Id} of {snapshot.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, {Text(now - snapshot.StartedAt)} ago ({snapshot.Description})")
            : $"{plan.Current.Id} is in the place of {plan.Record.ReplacedId} already",
        $"what was written after the snapshot is not on the new volume; {plan.Record.ReplacedId} is kept as it is",
        "both services are stopped for some minutes: the container instance is replaced",
    ];

    public static IReadOnlyList<string> After(RestoreRecord record, EbsVolume volume, string stack) =>
    [
        $"{record.SnapshotId} is restored: the stack runs on {volume.Id}",
        $"{record.ReplacedId} is kept, with all that was on it; once nobody needs it: aws ec2 delete-volume --volume-id {record.ReplacedId}",
        "to go back to it, restore a snapshot of it:",
        $"  aws ec2 create-snapshot --volume-id {record.ReplacedId} --tag-specifications 'ResourceType=snapshot,Tags=[{{Key=Project,Value={stack}}}]'",
    ];

    private static string Text(TimeSpan age) => age switch
    {
        { TotalHours: < 1 } => $"{age.TotalMinutes:0} min",
        { TotalDays: < 2 } => $"{age.TotalHours:0} h",
        _ => $"{age.TotalDays:0} days",
    };
}
