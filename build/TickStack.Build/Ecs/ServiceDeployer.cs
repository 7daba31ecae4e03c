using Amazon.ECS;
using TickStack.Build.Aws;
using TickStack.Build.Reporting;

namespace TickStack.Build.Ecs;

/// <summary>Makes a service what it is to be, and waits until that runs.</summary>
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
        var step = await new ServiceUpdate(calls, Say(desired)).TakeAsync(plan, revision, cancellationToken);

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

/// <summary>A deploy that went well.</summary>
public sealed record DeployOutcome : IOutcome
{
    public required string Service { get; init; }

    /// <summary>"family:revision".</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>As in "ecs-svc/1234567890123456789".</summary>
    public required string DeploymentId { get; init; }

    public required DeployAction Action { get; init; }

    /// <summary>Whether this run registered the task definition.</summary>
    public required bool Registered { get; init; }

    /// <summary>What differed before; empty for a new service.</summary>
    public required IReadOnlyList<ServiceDifference> Differences { get; init; }

    /// <summary>From the change's acceptance to the end of its rollout; zero when nothing was to be done.</summary>
    public required TimeSpan RolloutTime { get; init; }

    /// <summary>ECS operation → requests sent.</summary>
    public required IReadOnlyDictionary<string, int> Calls { get; init; }

    private static readonly SummaryTable Services = new("Services", "Service", "Task definition", "Done", "Rollout");

    SummaryTable IOutcome.Table => Services;

    IReadOnlyList<string> IOutcome.Row => [Service, TaskDefinition, Done, Action == DeployAction.Unchanged ? "-" : Elapsed.Text(RolloutTime)];

    private string Done => Action switch
    {
        DeployAction.Created => "created",
        DeployAction.Updated when Registered => "updated to a new revision",
        DeployAction.Updated => "updated",
        DeployAction.RolledBack => "back to an earlier revision",
        DeployAction.Resumed => "an earlier run's rollout completed",
        _ => "unchanged",
    };
}

public enum DeployAction
{
    Created,

    Updated,

    /// <summary>A deployment of exactly this was under way, left by a run that was ended; it was watched to its end.</summary>
    Resumed,

    Unchanged,

    /// <summary>An earlier revision runs again.</summary>
    RolledBack,
}
