using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Services.Rollouts;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Services.Operations;

/// <summary>Stops a service's tasks for maintenance, and starts them again. Nothing but the count is sent, so that everything else,
/// the registration for discovery included, stays as it is.</summary>
public sealed class ServiceScale(IAmazonECS ecs, RolloutLimits limits, IRolloutReport report, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Returns when as many tasks run, and every other one has ended: its files are closed then.</summary>
    /// <exception cref="FailureException">The count was not reached in time.</exception>
    public async Task ScaleAsync(string cluster, string service, int count, CancellationToken cancellationToken)
    {
        var calls = new EcsCalls(ecs, time, news => report.News(service, news));
        var live = await LiveService.RequireAsync(calls, cluster, service, cancellationToken);
        if (live.DesiredCount != count)
        {
            var request = new UpdateServiceRequest { Cluster = cluster, Service = service, DesiredCount = count };
            await calls.UpdateServiceAsync(request, token => CountedAsync(calls, cluster, service, count, token), cancellationToken);
        }

        report.News(service, $"desired count {live.DesiredCount} → {count}");
        await WaitAsync(() => IsReachedAsync(calls, cluster, service, count, cancellationToken), service, count, cancellationToken);
        report.News(service, count == 0 ? "stopped: no task runs" : $"{count} of {count} running");
    }

    private async Task WaitAsync(Func<Task<bool>> reached, string service, int count, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!await reached())
        {
            if (time.GetElapsedTime(start) > limits.Timeout)
            {
                throw new FailureException(
                    $"{service}: {count} tasks were not reached within {limits.Timeout.TotalSeconds:0} s",
                    "--target=Status shows what ECS says; ECS goes on trying",
                    ExitCode.RolloutTimedOut);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static async Task<bool> IsReachedAsync(EcsCalls calls, string cluster, string service, int count, CancellationToken cancellationToken)
    {
        var live = await calls.FindServiceAsync(cluster, service, cancellationToken);
        return live?.RunningCount == count
            && live.PendingCount == 0
            && (await calls.StoppedTasksAsync(cluster, service, cancellationToken)).All(task => task.LastStatus == "STOPPED");
    }

    // Whether a call without an answer was carried out.
    private static async Task<Service?> CountedAsync(EcsCalls calls, string cluster, string service, int count, CancellationToken cancellationToken) =>
        await calls.FindServiceAsync(cluster, service, cancellationToken) is { } live && live.DesiredCount == count ? live : null;
}
