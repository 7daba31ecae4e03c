using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Ecs;

/// <summary>The one call, if any, that sets a service going towards what is desired.</summary>
internal sealed class ServiceUpdate(EcsCalls calls, Action<string> say)
{
    /// <param name="Rollout">What to watch.</param>
    /// <param name="Service">As it stood at the time.</param>
    internal sealed record Taken(DeployAction Action, Rollout Rollout, Service Service, IReadOnlyList<ServiceDifference> Differences);

    public async Task<Taken> TakeAsync(ServicePlan plan, TaskDefinitionRevision revision, CancellationToken cancellationToken)
    {
        try
        {
            return plan.Live is { } live
                ? await AdjustAsync(plan.Desired, revision, live, cancellationToken)
                : await CreateAsync(plan.Desired, revision, plan.Deleted, cancellationToken);
        }
        catch (FailureException failure) when (
            revision.Registered && (failure.InnerException is null || EcsErrors.AnswerOf(failure.InnerException) is EcsAnswer.Refused))
        {
            await WithdrawAsync(revision, cancellationToken);
            throw;
        }
    }

    private async Task<Taken> CreateAsync(DesiredService desired, TaskDefinitionRevision revision, Service? deleted, CancellationToken cancellationToken)
    {
        var request = ServiceRequests.Create(desired, revision.Arn, deleted);
        var service = await calls.CreateServiceAsync(request, token => FindAsync(desired, revision, deployment: null, token), cancellationToken);
        say($"created with {revision.Name}");
        return new Taken(DeployAction.Created, Rollout.Of(service, before: null, desired.TaskDefinition.ContainerDefinitions), service, []);
    }

    private async Task<Taken> AdjustAsync(DesiredService desired, TaskDefinitionRevision revision, Service live, CancellationToken cancellationToken)
    {
        var change = ServiceChange.Between(desired, revision.Arn, live);
        var primary = Rollout.Primary(live);
        if (!change.UpdatesService && primary?.RolloutState != DeploymentRolloutState.FAILED)
        {
            return Leave(desired, revision, live, change);
        }

        // The same again: what failed once is tried anew.
        change.Request.ForceNewDeployment = change.UpdatesService ? change.Request.ForceNewDeployment : true;
        var service = await calls.UpdateServiceAsync(change.Request, token => FindAsync(desired, revision, primary, token), cancellationToken);
        say(change.UpdatesService ? $"updated: {string.Join("; ", change.Differences)}" : $"{revision.Name} failed before and is tried again");
        return new Taken(DeployAction.Updated, Rollout.Of(service, live, desired.TaskDefinition.ContainerDefinitions), service, change.Differences);
    }

    private Taken Leave(DesiredService desired, TaskDefinitionRevision revision, Service live, ServiceChange change)
    {
        var primary = Rollout.Primary(live);
        var moving = primary?.RolloutState == DeploymentRolloutState.IN_PROGRESS;
        say(moving ? $"{primary!.Id} of {revision.Name} is under way"
            : string.Join("; ", change.Differences.Select(difference => $"{difference}").Prepend($"unchanged, {revision.Name}")));
        return new Taken(moving ? DeployAction.Resumed : DeployAction.Unchanged, Rollout.Of(live, before: null, desired.TaskDefinition.ContainerDefinitions),
            live, change.Differences);
    }

    // Whether a call without an answer was carried out: then the service is as it should be, in a deployment that was not there before.
    private async Task<Service?> FindAsync(DesiredService desired, TaskDefinitionRevision revision, Deployment? deployment, CancellationToken cancellationToken)
    {
        var service = await calls.FindServiceAsync(desired.Cluster, desired.ServiceName, cancellationToken);
        return service?.Status == "ACTIVE"
            && !ServiceChange.Between(desired, revision.Arn, service).UpdatesService
            && (deployment?.RolloutState != DeploymentRolloutState.FAILED || Rollout.Primary(service)?.Id != deployment?.Id) ? service : null;
    }

    private async System.Threading.Tasks.Task WithdrawAsync(TaskDefinitionRevision revision, CancellationToken cancellationToken)
    {
        try
        {
            await calls.DeregisterAsync(revision.Arn, cancellationToken);
            say($"{revision.Name} withdrawn");
        }
        catch (FailureException failure)
        {
            say($"{revision.Name} stays registered, unused: {failure.Message}");
        }
    }
}

/// <summary>The bodies that a deploy sends.</summary>
public static class ServiceRequests
{
    /// <param name="revision">ARN of the task definition.</param>
    /// <param name="deleted">The INACTIVE service that had the name before, if ECS still knows one.</param>
    public static CreateServiceRequest Create(DesiredService desired, string revision, Service? deleted = null) => new()
    {
        Cluster = desired.Cluster,
        ServiceName = desired.ServiceName,
        TaskDefinition = revision,
        ClientToken = Token(desired.Cluster, desired.ServiceName, revision, $"{deleted?.CreatedAt:O}"),
        DesiredCount = desired.Rollout.DesiredCount,
        LaunchType = desired.Rollout.CapacityProvider is null ? desired.Rollout.LaunchType : null,
        CapacityProviderStrategy = Strategy(desired.Rollout),
        SchedulingStrategy = SchedulingStrategy.REPLICA,
        DeploymentConfiguration = Percents(desired.Rollout),
        NetworkConfiguration = desired.NetworkConfiguration,
        ServiceRegistries = NullIfEmpty(desired.ServiceRegistries),
        PlacementConstraints = NullIfEmpty(desired.PlacementConstraints),
        PlacementStrategy = NullIfEmpty(desired.PlacementStrategy),
        HealthCheckGracePeriodSeconds = desired.Rollout.HealthCheckGracePeriod,
        EnableExecuteCommand = desired.Rollout.ExecuteCommand,
        EnableECSManagedTags = desired.Rollout.ManagedTags,
        PropagateTags = desired.Rollout.PropagateTags,
        Tags = NullIfEmpty(ServiceTags.List(desired.Rollout.Tags.Concat(desired.Rollout.Origin))),
    };

    /// <returns>Null without a capacity provider.</returns>
    public static List<CapacityProviderStrategyItem>? Strategy(ServiceRollout rollout) =>
        rollout.CapacityProvider is { } provider ? [new() { CapacityProvider = provider, Weight = 1, Base = 0 }] : null;

    public static DeploymentConfiguration Percents(ServiceRollout rollout) => new()
    {
        MinimumHealthyPercent = rollout.MinimumHealthyPercent,
        MaximumPercent = rollout.MaximumPercent,
        DeploymentCircuitBreaker = new() { Enable = rollout.CircuitBreaker, Rollback = rollout.CircuitBreaker && rollout.RollBack },
    };

    // The same service of the same revision gives the same token, so that a repeated call creates nothing twice;
    // a service that was deleted in between gives another. ECS takes 36 characters at most.
    private static string Token(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];

    private static List<T>? NullIfEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : [.. list];
}
