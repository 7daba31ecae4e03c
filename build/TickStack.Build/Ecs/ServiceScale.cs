using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Processes;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Ecs;

/// <summary>Stops a service's tasks for maintenance, and starts them again. Nothing but the count is sent, so that everything else,
/// the registration for discovery included, stays as it is.</summary>
public sealed class ServiceScale(IAmazonECS ecs, RolloutLimits limits, IRolloutReport report, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<bool> IsThereAsync(string cluster, string service, CancellationToken cancellationToken) =>
        await Calls(service).FindServiceAsync(cluster, service, cancellationToken) is { Status: "ACTIVE" };

    /// <summary>Returns when as many tasks run and are healthy, and every other one has ended: its files are closed then.</summary>
    /// <exception cref="FailureException">The count was not reached in time.</exception>
    public async Task ScaleAsync(string cluster, string service, int count, CancellationToken cancellationToken)
    {
        var calls = Calls(service);
        var live = await LiveService.RequireAsync(calls, cluster, service, cancellationToken);
        if (live.DesiredCount != count)
        {
            var request = new UpdateServiceRequest { Cluster = cluster, Service = service, DesiredCount = count };
            await calls.UpdateServiceAsync(request, token => CountedAsync(calls, cluster, service, count, token), cancellationToken);
            report.News(service, $"desired count {live.DesiredCount} → {count}");
        }

        var isChecked = count > 0 && await IsCheckedAsync(calls, live, cancellationToken);
        await Poll.UntilAsync(
            time,
            Pause,
            limits.Timeout,
            async () => await IsReachedAsync(calls, cluster, service, count, cancellationToken)
                && (!isChecked || await IsHealthyAsync(calls, cluster, service, cancellationToken)),
            () => new FailureException(
                $"{service}: {count} tasks were not reached within {limits.Timeout.TotalSeconds:0} s",
                "--target=Status shows what ECS says; ECS goes on trying",
                ExitCode.RolloutTimedOut),
            cancellationToken);
        report.News(service, count == 0 ? "stopped: no task runs" : $"{count} of {count} running");
    }

    private EcsCalls Calls(string service) => new(ecs, time, news => report.News(service, news));

    // Without a health check a task's health always stays unknown.
    private static async Task<bool> IsCheckedAsync(EcsCalls calls, Service live, CancellationToken cancellationToken) =>
        (await calls.FindTaskDefinitionAsync(live.TaskDefinition!, cancellationToken))?.ContainerDefinitions?.Any(
            container => container.HealthCheck is not null) == true;

    private static async Task<bool> IsHealthyAsync(EcsCalls calls, string cluster, string service, CancellationToken cancellationToken) =>
        (await calls.RunningTasksAsync(cluster, service, cancellationToken)).All(task => task.HealthStatus == HealthStatus.HEALTHY);

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

/// <summary>The services in their order: the database stops last and starts first, so that nobody writes to it in between.</summary>
public sealed class StackServices(ServiceScale scale, StackSettings settings)
{
    public async Task ScaleAsync(string cluster, IEnumerable<StackService> services, int count, CancellationToken cancellationToken)
    {
        foreach (var service in count == 0 ? services.Reverse() : services)
        {
            await scale.ScaleAsync(cluster, service.NameIn(settings.Name), count, cancellationToken);
        }
    }

    /// <summary>Those that are there. Their files are closed when this returns.</summary>
    public async Task StopAsync(string cluster, CancellationToken cancellationToken) =>
        await ScaleAsync(cluster, await ThoseThereAsync(cluster, cancellationToken), 0, cancellationToken);

    /// <summary>Those that are there; each is healthy before the next begins.</summary>
    public async Task StartAsync(string cluster, CancellationToken cancellationToken) =>
        await ScaleAsync(cluster, await ThoseThereAsync(cluster, cancellationToken), 1, cancellationToken);

    private async Task<IReadOnlyList<StackService>> ThoseThereAsync(string cluster, CancellationToken cancellationToken)
    {
        var found = new List<StackService>();
        foreach (var service in StackService.All)
        {
            if (await scale.IsThereAsync(cluster, service.NameIn(settings.Name), cancellationToken))
            {
                found.Add(service);
            }
        }

        return found;
    }
}
