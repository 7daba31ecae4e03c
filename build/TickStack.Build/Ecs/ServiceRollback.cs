using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Aws;

namespace TickStack.Build.Ecs;

/// <summary>Lets a service run an earlier revision again. Only the task definition changes: how the service is run stays as it is.</summary>
public sealed class ServiceRollback(IAmazonECS ecs, RolloutLimits limits, IContainerLogs logs, IRolloutReport report, TimeProvider time)
{
    /// <param name="to">As typed; null: the last revision that completed.</param>
    /// <exception cref="FailureException">There is nothing to go back to.</exception>
    public async Task<RollbackPlan> PlanAsync(string cluster, string service, string? to, CancellationToken cancellationToken)
    {
        var calls = new EcsCalls(ecs, time, news => report.News(service, news));
        var live = await LiveService.RequireAsync(calls, cluster, service, cancellationToken);
        var completed = await new ServiceHistory(calls).CompletedAsync(cluster, service, cancellationToken);
        var target = to is not null ? RollbackChoice.Named(live, to)
            : await HasGoneBackAsync(calls, live, cancellationToken) ? live.TaskDefinition!
            : RollbackChoice.RequireLast(live, completed).TaskDefinition;
        var definition = await FindAsync(calls, target, cancellationToken);
        return new RollbackPlan(
            live, definition, completed.FirstOrDefault(deployment => deployment.TaskDefinition == definition.TaskDefinitionArn)?.FinishedAt, calls);
    }

    /// <exception cref="FailureException">The rollout did not complete.</exception>
    public async Task<DeployOutcome> RollBackAsync(RollbackPlan plan, CancellationToken cancellationToken)
    {
        var (live, target) = (plan.Live, plan.Target);
        var arn = target.TaskDefinitionArn!;
        var service = live.TaskDefinition == arn ? live : await UpdateAsync(plan, cancellationToken);
        var rollout = Rollout.Of(service, service == live ? null : live, target.ContainerDefinitions);
        var start = time.GetTimestamp();
        await new RolloutWatcher(plan.Calls, limits, logs, report, time).WatchAsync(rollout, service, cancellationToken);
        await TagAsync(plan, cancellationToken);
        return new DeployOutcome
        {
            Service = live.ServiceName!,
            TaskDefinition = TaskDefinitionRevision.NameOf(arn)!,
            DeploymentId = rollout.DeploymentId,
            Action = service == live ? DeployAction.Unchanged : DeployAction.RolledBack,
            Registered = false,
            Differences = [],
            RolloutTime = time.GetElapsedTime(start),
            Calls = plan.Calls.Made,
        };
    }

    // What the circuit breaker has left runs already; going further back takes a name.
    private static async Task<bool> HasGoneBackAsync(EcsCalls calls, Service live, CancellationToken cancellationToken) =>
        (await new ServiceHistory(calls).LatestAsync(live.ClusterArn!, live.ServiceName!, cancellationToken))?.Status
            == ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL;

    // The service's tags say what runs, and a revision's own say what it is.
    private static async System.Threading.Tasks.Task TagAsync(RollbackPlan plan, CancellationToken cancellationToken)
    {
        var tags = await plan.Calls.TagsAsync(plan.Target.TaskDefinitionArn!, cancellationToken);
        if (tags.Count > 0)
        {
            await plan.Calls.TagAsync(plan.Live.ServiceArn!, tags, cancellationToken);
        }
    }

    private async Task<Service> UpdateAsync(RollbackPlan plan, CancellationToken cancellationToken)
    {
        var (live, arn) = (plan.Live, plan.Target.TaskDefinitionArn!);
        var request = new UpdateServiceRequest { Cluster = live.ClusterArn, Service = live.ServiceName, TaskDefinition = arn };
        var service = await plan.Calls.UpdateServiceAsync(request, token => RunningAsync(plan, token), cancellationToken);
        report.News(live.ServiceName!, $"goes back from {TaskDefinitionRevision.NameOf(live.TaskDefinition)} to {TaskDefinitionRevision.NameOf(arn)}");
        return service;
    }

    // Whether a call without an answer was carried out.
    private static async Task<Service?> RunningAsync(RollbackPlan plan, CancellationToken cancellationToken) =>
        await plan.Calls.FindServiceAsync(plan.Live.ClusterArn!, plan.Live.ServiceName!, cancellationToken) is { } service
            && service.TaskDefinition == plan.Target.TaskDefinitionArn ? service : null;

    private static async Task<TaskDefinition> FindAsync(EcsCalls calls, string name, CancellationToken cancellationToken)
    {
        var found = await calls.FindTaskDefinitionAsync(name, cancellationToken);
        return found?.Status == TaskDefinitionStatus.ACTIVE
            ? found
            : throw new FailureException(
                $"{TaskDefinitionRevision.NameOf(name)} {(found is null ? "does not exist" : "was deregistered, and ECS starts nothing from it")}",
                "--target=Revisions lists those that can run",
                ExitCode.Unavailable);
    }
}

/// <summary>Where a service would go back to.</summary>
/// <param name="Live">As it stands.</param>
/// <param name="Target">The revision that is to run again.</param>
/// <param name="CompletedAt">When it last completed (UTC); null: as far as ECS remembers, it never did.</param>
/// <param name="Calls">The calls that carry the plan out are counted along.</param>
public sealed record RollbackPlan(Service Live, TaskDefinition Target, DateTime? CompletedAt, EcsCalls Calls);

/// <summary>Chooses what to go back to.</summary>
public static class RollbackChoice
{
    /// <summary>The newest revision that completed and is older than the one that runs: going back again goes further back, never forward.</summary>
    /// <returns>Null when there is none.</returns>
    public static CompletedDeployment? Last(Service live, IEnumerable<CompletedDeployment> completed)
    {
        var current = TaskDefinitionRevision.NumberOf(live.TaskDefinition!);
        return completed
            .Where(deployment => TaskDefinitionRevision.NumberOf(deployment.TaskDefinition) < current)
            .MaxBy(deployment => TaskDefinitionRevision.NumberOf(deployment.TaskDefinition));
    }

    /// <exception cref="FailureException">There is none.</exception>
    public static CompletedDeployment RequireLast(Service live, IEnumerable<CompletedDeployment> completed) =>
        Last(live, completed) ?? throw new FailureException(
        $"{live.ServiceName}: no revision before {TaskDefinitionRevision.NameOf(live.TaskDefinition)} has completed, as far as ECS remembers (90 days)",
        "name one with --service and --to=REVISION; --target=Revisions lists them",
        ExitCode.Unavailable);

    /// <param name="revision">As typed: "7" or "family:7".</param>
    /// <returns>"family:7".</returns>
    /// <exception cref="FailureException">It is of another family.</exception>
    public static string Named(Service live, string revision)
    {
        var family = TaskDefinitionRevision.FamilyOf(live.TaskDefinition!);
        var name = revision.Contains(':', StringComparison.Ordinal) ? revision : $"{family}:{revision}";
        return TaskDefinitionRevision.FamilyOf(name) == family
            ? name
            : throw new FailureException(
                $"{name} is no revision of {live.ServiceName}", $"write --to={family}:NUMBER, or the number alone", ExitCode.InvalidInput);
    }
}
