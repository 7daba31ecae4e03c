using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Processes;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Ecs;

/// <summary>Deletes a service, after its last task has ended: nothing is written to its files any more.</summary>
public sealed class ServiceRemoval(IAmazonECS ecs, ServiceScale scale, RolloutLimits limits, IRolloutReport report, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether there is anything to remove; a service that ECS is still removing counts.</summary>
    public async Task<bool> IsThereAsync(string cluster, string service, CancellationToken cancellationToken) =>
        await FindAsync(Calls(service), cluster, service, cancellationToken) is not null;

    /// <summary>Returns when ECS has removed it. One that is not there, or on its way out, is no error.</summary>
    /// <exception cref="FailureException">Its tasks did not end, or it was not removed, in time.</exception>
    public async Task RemoveAsync(string cluster, string service, CancellationToken cancellationToken)
    {
        var calls = Calls(service);
        if (await FindAsync(calls, cluster, service, cancellationToken) is not { } found)
        {
            return;
        }

        if (found.Status == "ACTIVE")
        {
            await scale.ScaleAsync(cluster, service, 0, cancellationToken);
            await calls.DeleteServiceAsync(cluster, service, cancellationToken);
        }

        await WaitAsync(calls, cluster, service, cancellationToken);
        report.News(service, "removed");
    }

    private Task WaitAsync(EcsCalls calls, string cluster, string service, CancellationToken cancellationToken) => Poll.UntilAsync(
        time,
        Pause,
        limits.Timeout,
        async () => await FindAsync(calls, cluster, service, cancellationToken) is null,
        () => new FailureException(
            $"{service}: ECS did not remove it within {limits.Timeout.TotalSeconds:0} s",
            "run the target again: it waits on; --target=Status shows what still runs",
            ExitCode.RolloutTimedOut),
        cancellationToken);

    /// <returns>Null as well when its cluster is gone, or when it is INACTIVE: the name of a service that was.</returns>
    private static async Task<Service?> FindAsync(EcsCalls calls, string cluster, string service, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.FindServiceAsync(cluster, service, cancellationToken) is { Status: not "INACTIVE" } found ? found : null;
        }
        catch (FailureException failure) when (failure.InnerException is ClusterNotFoundException)
        {
            return null;
        }
    }

    private EcsCalls Calls(string service) => new(ecs, time, news => report.News(service, news));
}
