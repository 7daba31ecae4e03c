using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Services.Rollouts;
using TickStack.Build.Settings;

namespace TickStack.Build.Services;

/// <summary>Makes a service what it shall be, and waits until that runs.</summary>
/// <param name="ecs">From <see cref="EcsClients"/>: a client that repeats requests by itself could register a revision twice.</param>
public sealed class ServiceDeployer(IAmazonECS ecs, RolloutSettings settings, IRolloutReport report, TimeProvider time)
{
    /// <exception cref="FailureException">ECS refused, or the rollout did not complete; the exit code tells which.</exception>
    public async Task<DeployOutcome> DeployAsync(DesiredService desired, CancellationToken cancellationToken)
    {
        void Say(string news) => report.News(desired.ServiceName, news);

        var calls = new EcsCalls(ecs, time, Say);
        var live = await calls.FindServiceAsync(desired.Cluster, desired.ServiceName, cancellationToken);
        RefuseDraining(live);

        var revision = await new TaskDefinitionRevisions(calls).EnsureAsync(desired.TaskDefinition, Active(live)?.TaskDefinition, cancellationToken);
        var step = await new ServiceStep(calls, Say).TakeAsync(desired, revision, live, cancellationToken);

        var start = time.GetTimestamp();
        await new RolloutWatcher(calls, new RolloutLimits(settings.Timeout), report, time).WatchAsync(step.Rollout, step.Service, cancellationToken);
        return new DeployOutcome
        {
            Service = desired.ServiceName,
            TaskDefinition = revision.Name,
            DeploymentId = step.Rollout.DeploymentId,
            Action = step.Action,
            Registered = revision.Registered,
            Differences = step.Differences,
            RolloutTime = step.Action is DeployAction.Unchanged ? TimeSpan.Zero : time.GetElapsedTime(start),
            Calls = calls.Made,
        };
    }

    private static Service? Active(Service? live) => live?.Status == "ACTIVE" ? live : null;

    private static void RefuseDraining(Service? live)
    {
        if (live?.Status == "DRAINING")
        {
            throw new FailureException(
                $"the service {live.ServiceName} is being deleted and {live.RunningCount} of its tasks still run",
                "wait until they have stopped ('aws ecs describe-services' says INACTIVE), then deploy again");
        }
    }
}
