using Cake.Frosting;
using TickStack.Build.Aws;
using TickStack.Build.Ecs;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Backup")]
[TaskDescription("Takes a snapshot of the data volume now")]
public sealed class BackupTask : CloudTask
{
    protected override Task RunInCloudAsync(BuildContext context) => context.Backup.RunAsync(context.Cancellation);
}

/// <summary>A snapshot of the data volume: what InfluxDB, Kapacitor and Chronograf hold at this moment.</summary>
public sealed class VolumeBackup(StackOutputs outputs, IVolumeSnapshots snapshots, StackSettings settings, IStepReport steps)
{
    /// <summary>Because someone asks for it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken) =>
        await TakeAsync(await outputs.ClusterAsync(cancellationToken), "by hand", cancellationToken);

    /// <summary>Before another InfluxDB opens the files: it may write them in a way that the one before cannot read.</summary>
    public Task BeforeAsync(ServicePlan plan, ClusterOutputs cluster, CancellationToken cancellationToken)
    {
        var (live, wanted) = (ImageOf(plan.LiveDefinition?.ContainerDefinitions), ImageOf(plan.Desired.TaskDefinition.ContainerDefinitions));
        return live is null || live == wanted
            ? Task.CompletedTask
            : TakeAsync(cluster, $"before a deploy over {TaskDefinitionRevision.NameOf(plan.LiveDefinition!.TaskDefinitionArn)}", cancellationToken);
    }

    private async Task TakeAsync(ClusterOutputs cluster, string reason, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string>(settings.Infrastructure.Tags)
        {
            [OwnerTags.Project] = settings.Name,
            [OwnerTags.ManagedBy] = OwnerTags.TickStack,
            ["Name"] = $"{settings.Name}-data",
            ["Reason"] = reason,
        };
        var snapshot = await snapshots.CreateAsync(cluster.DataVolumeId, $"{settings.Name}: data volume, {reason}", tags, cancellationToken);
        steps.Note($"snapshot {snapshot.Id} of {snapshot.VolumeId} is {snapshot.State} ({reason}); EC2 completes it by itself");
    }

    private static string? ImageOf(List<Amazon.ECS.Model.ContainerDefinition>? containers) => containers?.FirstOrDefault(container => container.Name == Component.InfluxDb.Name)?.Image;
}
