using System.Globalization;
using Cake.Frosting;
using TickStack.Build.Aws;
using TickStack.Build.DataVolume;
using TickStack.Build.Ecs;
using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Restore")]
[TaskDescription("Puts the data volume back to a snapshot, with the services stopped around it, and keeps the old volume")]
public sealed class RestoreTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Restore.RunAsync(context.Cancellation);
}

/// <summary>
/// Snapshot → new volume → Terraform's state → new instance, with the services stopped around it. Whatever a run leaves unfinished,
/// the next one finds by the tags of the volumes and goes on with.
/// </summary>
public sealed class VolumeRestore(
    Confirmation confirmation, RestorePlanner planner, VolumeReplacement replacement, InfrastructureStage infrastructure, StackServices services,
    VolumeHost host, StackSettings settings, RunOptions options, RunReport report, IStepReport steps, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        confirmation.Check();
        var plan = await planner.PlanAsync(options.Snapshot, cancellationToken);
        await confirmation.RequireAsync(Intention(plan), cancellationToken);

        // While everything still runs: what fails here has stopped nothing.
        var volume = plan.Snapshot is { } snapshot
            ? await steps.RunAsync(time, $"making a volume from {snapshot.Id}", () => replacement.PrepareAsync(snapshot, plan.Current, plan.Cluster.AvailabilityZone, cancellationToken))
            : plan.Current;
        try
        {
            await PutInPlaceAsync(plan, volume, cancellationToken);
        }
        catch
        {
            steps.Note("the services may stand still now: run the same target again, it goes on where this run has ended");
            throw;
        }

        await replacement.FinishAsync(volume.Id, plan.Record, cancellationToken);
        Conclude(plan.Record, volume);
    }

    private async Task PutInPlaceAsync(RestorePlan plan, EbsVolume volume, CancellationToken cancellationToken)
    {
        await services.StopAsync(plan.Cluster.ClusterName, cancellationToken);
        if (plan.Snapshot is not null)
        {
            await replacement.SwapAsync(volume, plan.Current, cancellationToken);
        }

        report.Add(await infrastructure.ApplyAsync(TerraformRoot.Cluster, cancellationToken));

        // Started on the old instance, the database would write to the old volume.
        await host.WaitAsync(plan.Cluster.ClusterName, volume.Id, cancellationToken);
        await services.StartAsync(plan.Cluster.ClusterName, cancellationToken);
    }

    private IEnumerable<string> Intention(RestorePlan plan) =>
    [
        .. plan.IsResumed ? [$"goes on with a restore of {plan.Record.SnapshotId} that was cut short"] : Array.Empty<string>(),
        plan.Snapshot is { } snapshot
            ? string.Create(CultureInfo.InvariantCulture, $"restores {snapshot.Id} of {snapshot.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, {Age(snapshot)} ago ({snapshot.Description})")
            : $"{plan.Current.Id} is in the place of {plan.Record.ReplacedId} already",
        $"what was written after the snapshot is not on the new volume; {plan.Record.ReplacedId} is kept as it is",
        "both services stand still meanwhile, for some minutes: the container instance is replaced",
    ];

    private string Age(VolumeSnapshot snapshot) => (time.GetUtcNow() - snapshot.StartedAt) switch
    {
        { TotalHours: < 1 } age => $"{age.TotalMinutes:0} min",
        { TotalDays: < 2 } age => $"{age.TotalHours:0} h",
        var age => $"{age.TotalDays:0} days",
    };

    private void Conclude(RestoreRecord record, EbsVolume volume)
    {
        steps.Note($"{record.SnapshotId} is restored: the stack runs on {volume.Id}");
        steps.Note($"{record.ReplacedId} is kept, with all that was on it; once nobody needs it: aws ec2 delete-volume --volume-id {record.ReplacedId}");
        steps.Note("to go back to it, restore a snapshot of it:");
        steps.Note($"  aws ec2 create-snapshot --volume-id {record.ReplacedId} --tag-specifications 'ResourceType=snapshot,Tags=[{{Key=Project,Value={settings.Name}}}]'");
    }
}

/// <summary>Both services around work on their data: those that are there are stopped, and started again.</summary>
public sealed class StackServices(ServiceScale scale, StackSettings settings)
{
    /// <summary>The database stops last: nobody writes to it then, and its files are closed when this returns.</summary>
    public Task StopAsync(string cluster, CancellationToken cancellationToken) => ScaleAsync(cluster, StackService.All.Reverse(), 0, cancellationToken);

    /// <summary>The database starts first, and is healthy before the others begin.</summary>
    public Task StartAsync(string cluster, CancellationToken cancellationToken) => ScaleAsync(cluster, StackService.All, 1, cancellationToken);

    private async Task ScaleAsync(string cluster, IEnumerable<StackService> services, int count, CancellationToken cancellationToken)
    {
        foreach (var name in services.Select(service => service.NameIn(settings.Name)))
        {
            if (await scale.IsThereAsync(cluster, name, cancellationToken))
            {
                await scale.ScaleAsync(cluster, name, count, cancellationToken);
            }
        }
    }
}
