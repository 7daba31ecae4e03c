using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Reporting;
using TickStack.Build.Services.Rollouts;

namespace TickStack.Build.Services.Operations;

/// <summary>A service as it stands now.</summary>
/// <param name="Name">Of the service.</param>
/// <param name="Service">Null when there is none.</param>
/// <param name="Tasks">Those that run or are being started.</param>
public sealed record ServiceStatus(string Name, Service? Service, IReadOnlyList<Amazon.ECS.Model.Task> Tasks)
{
    public Deployment? Deployment => Service is null ? null : Rollout.Primary(Service);

    /// <summary>It runs as many tasks as it shall, of the revision that was deployed last, and no health check fails.</summary>
    public bool IsHealthy =>
        Service is { Status: "ACTIVE" } service
        && Deployment?.RolloutState == DeploymentRolloutState.COMPLETED
        && service.RunningCount == service.DesiredCount
        && Tasks.All(task => task.HealthStatus != HealthStatus.UNHEALTHY);

    public static async Task<ServiceStatus> ReadAsync(IAmazonECS ecs, string cluster, string service, IRolloutReport report, TimeProvider time, CancellationToken cancellationToken)
    {
        var calls = new EcsCalls(ecs, time, news => report.News(service, news));
        var found = await calls.FindServiceAsync(cluster, service, cancellationToken);
        return found is { Status: "ACTIVE" or "DRAINING" }
            ? new ServiceStatus(service, found, await calls.RunningTasksAsync(cluster, service, cancellationToken))
            : new ServiceStatus(service, null, []);
    }
}
