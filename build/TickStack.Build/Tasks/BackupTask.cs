namespace TickStack.Build.Tasks;

[TaskName("Backup")]
[TaskDescription("Takes a snapshot of the data volume now")]
public sealed class BackupTask : CloudTask
{
    protected override async Task RunInCloudAsync(BuildContext context)
    {
        var cluster = await context.Outputs.ClusterAsync(context.Cancellation);
        await context.Backup.TakeAsync(cluster.DataVolumeId, "by hand", context.Cancellation);
    }
}
