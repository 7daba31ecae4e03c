using Amazon.ECS;
using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Services.Rollouts;
using TickStack.Build.Tools.Logs;

namespace TickStack.Build.Services;

/// <summary>Makes a service what it shall be, and waits until that runs.</summary>
/// <param name="ecs">From <see cref="EcsClients"/>: a client that repeats requests by itself could register a revision twice.</param>
public sealed class ServiceDeployer(IAmazonECS ecs, RolloutLimits limits, IContainerLogs logs, IRolloutReport report, TimeProvider time)
{
    /// <summary>What a deploy would do. Changes nothing.</summary>
    public Task<ServicePlan> PlanAsync(DesiredService desired, CancellationToken cancellationToken) =>
        new ServicePlanner(new EcsCalls(ecs, time, Say(desired))).PlanAsync(desired, cancellationToken);

    /// <exception cref="FailureException">ECS refused, or the rollout did not complete; the exit code tells which.</exception>
    public async Task<DeployOutcome> DeployAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var (desired, calls) = (plan.Desired, plan.Calls);
        var revision = await new TaskDefinitionRevisions(calls).EnsureAsync(plan, cancellationToken);
        var step = await new ServiceStep(calls, Say(desired)).TakeAsync(plan, revision, cancellationToken);

        var start = time.GetTimestamp();
        await new RolloutWatcher(calls, limits, logs, report, time).WatchAsync(step.Rollout, step.Service, cancellationToken);
        var tagged = await TagAsync(plan, step.Action, cancellationToken);
        return new DeployOutcome
        {
            Service = desired.ServiceName,
            TaskDefinition = revision.Name,
            DeploymentId = step.Rollout.DeploymentId,
            Action = tagged && step.Action is DeployAction.Unchanged ? DeployAction.Updated : step.Action,
            Registered = revision.Registered,
            Differences = step.Differences,
            RolloutTime = step.Action is DeployAction.Unchanged ? TimeSpan.Zero : time.GetElapsedTime(start),
            Calls = calls.Made,
        };
    }

    // Only now: tags that speak of a revision before it runs would be wrong whenever its rollout fails.
    private static async Task<bool> TagAsync(ServicePlan plan, DeployAction action, CancellationToken cancellationToken)
    {
        var wanted = plan.Live is { } live && (action is not DeployAction.Unchanged || ServiceTags.Difference(plan.Desired, live) is not null)
            ? ServiceTags.Changed(plan.Desired, live)
            : [];
        if (wanted.Count > 0)
        {
            await plan.Calls.TagAsync(plan.Live!.ServiceArn!, wanted, cancellationToken);
        }

        return wanted.Count > 0;
    }

    private Action<string> Say(DesiredService desired) => news => report.News(desired.ServiceName, news);
}
