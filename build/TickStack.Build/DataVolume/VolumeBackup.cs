using TickStack.Build.Aws;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;

namespace TickStack.Build.DataVolume;

/// <summary>A snapshot of the data volume: what InfluxDB, Kapacitor and Chronograf hold at this moment.</summary>
public sealed class VolumeBackup(IVolumeSnapshots snapshots, StackSettings settings, IStepReport steps)
{
    /// <param name="volumeId">The data volume.</param>
    /// <param name="reason">Why it is taken: "by hand".</param>
    public async Task TakeAsync(string volumeId, string reason, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string>(settings.Infrastructure.Tags)
        {
            [OwnerTags.Project] = settings.Name,
            [OwnerTags.ManagedBy] = OwnerTags.TickStack,
            ["Name"] = $"{settings.Name}-data",
            ["Reason"] = reason,
        };
        var snapshot = await snapshots.CreateAsync(volumeId, $"{settings.Name}: data volume, {reason}", tags, cancellationToken);
        steps.Note($"snapshot {snapshot.Id} of {snapshot.VolumeId} is {snapshot.State} ({reason}); EC2 completes it by itself");
    }
}
