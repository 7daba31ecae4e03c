using Amazon.ECS;
using TickStack.Build.Aws;
using TickStack.Build.Ecs;
using TickStack.Build.Processes;

namespace TickStack.Build.DataVolume;

/// <summary>Waits for the instance that holds a volume to be the one, and the only one, on which ECS starts tasks.</summary>
public sealed class VolumeHost(IAmazonECS ecs, IDataVolumes volumes, IRolloutReport report, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // The old instance is drained and ended, a new one boots, and its start-up script may wait 15 minutes for the volume.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(30);

    /// <exception cref="FailureException">It did not come to that in time.</exception>
    public async Task WaitAsync(string cluster, string volumeId, CancellationToken cancellationToken)
    {
        var calls = new EcsCalls(ecs, time, news => report.News(cluster, news));
        var standing = "";
        await Poll.UntilAsync(
            time,
            Pause,
            Bound,
            async () =>
            {
                var next = await StandingAsync(calls, cluster, volumeId, cancellationToken);
                if (next is not null && next != standing)
                {
                    report.News(cluster, standing = next);
                }

                return next is null;
            },
            () => new FailureException(
                $"{cluster}: {standing}, for {Bound.TotalMinutes:0} minutes",
                "look at the Auto Scaling group's activities and at the instance's start-up log (/var/log/cloud-init-output.log), "
                    + "then run the target again: it goes on from here",
                ExitCode.Unavailable),
            cancellationToken);
    }

    /// <returns>What is being waited for; null when nothing is.</returns>
    private async Task<string?> StandingAsync(EcsCalls calls, string cluster, string volumeId, CancellationToken cancellationToken)
    {
        var holder = (await volumes.FindAsync(volumeId, cancellationToken))?.HolderId;
        var ready = (await calls.ReadyAsync(cluster, cancellationToken)).Select(instance => instance.Ec2InstanceId).ToList();
        var others = ready.Where(instance => instance != holder).ToList();
        return others.Count > 0 ? $"{string.Join(", ", others)} leaves the cluster"
            : holder is null ? $"the next instance attaches {volumeId}"
            : ready.Count == 0 ? $"{holder} joins the cluster"
            : null;
    }
}
