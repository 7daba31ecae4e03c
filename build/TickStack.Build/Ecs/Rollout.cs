using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Options;
using TickStack.Build.Settings;

namespace TickStack.Build.Ecs;

/// <summary>One deployment of one service: what a watch is about, whatever else happens to the service.</summary>
public sealed record Rollout
{
    /// <summary>ARN.</summary>
    public required string Cluster { get; init; }

    public required string Service { get; init; }

    /// <summary>As CreateService or UpdateService returned it.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>ARN.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>ARN of what ran before; null for a new service and for a rollout that another run began.</summary>
    public string? Before { get; init; }

    /// <summary>Whether ECS itself gives up after repeated failures.</summary>
    public bool CircuitBreaker { get; init; }

    /// <summary>Where the containers write.</summary>
    public IReadOnlyList<ContainerLog> Logs { get; init; } = [];

    /// <summary>Ids of the events that are not of this rollout.</summary>
    public IReadOnlySet<string> EarlierEvents { get; init; } = new HashSet<string>();

    /// <param name="service">As the call returned it that started the rollout, or as it was found in the middle of one.</param>
    /// <param name="before">The service before that call; null when there was none, or no call.</param>
    /// <param name="containers">Of the task definition that is rolled out.</param>
    public static Rollout Of(Service service, Service? before, IEnumerable<ContainerDefinition>? containers)
    {
        var deployment = Primary(service)
            ?? throw new InvalidOperationException($"ECS returned the service {service.ServiceName} without a primary deployment.");
        return new Rollout
        {
            Cluster = service.ClusterArn!,
            Service = service.ServiceName!,
            DeploymentId = deployment.Id!,
            TaskDefinition = deployment.TaskDefinition!,
            Before = before?.TaskDefinition,
            CircuitBreaker = service.DeploymentConfiguration?.DeploymentCircuitBreaker?.Enable == true,
            Logs = ContainerLog.Of(containers),
            EarlierEvents = (before is null ? EventsBefore(deployment, service) : before.Events ?? []).Select(happened => happened.Id!).ToHashSet(),
        };
    }

    public static Deployment? Primary(Service service) => service.Deployments?.FirstOrDefault(deployment => deployment.Status == "PRIMARY");

    // What happened to a deployment after it was complete is past; what happened to one that is under way belongs to it.
    private static IEnumerable<ServiceEvent> EventsBefore(Deployment deployment, Service service) =>
        (service.Events ?? []).Where(happened => deployment.RolloutState == DeploymentRolloutState.COMPLETED || happened.CreatedAt < deployment.CreatedAt);
}

/// <summary>How much a watch puts up with.</summary>
/// <param name="Timeout">Hard: nothing that happens until then starts it again.</param>
public sealed record RolloutLimits(TimeSpan Timeout)
{
    public static KnownOption FailFast { get; } = new("fail-fast", null, "Give up the first time that ECS finds no place for a task, instead of the second");

    /// <summary>How often ECS may say that a task cannot be placed. Once is common while an old task makes room.</summary>
    public int PlacementFailures { get; init; } = 2;

    /// <summary>How many tasks may die, where no circuit breaker counts them.</summary>
    public int FailedTasks { get; init; } = 3;

    public static RolloutLimits Of(RolloutSettings settings, CommandLine line)
    {
        var limits = new RolloutLimits(settings.Timeout);
        return line.Has(FailFast) ? limits with { PlacementFailures = 1 } : limits;
    }
}

/// <summary>All that a watch has seen up to one look at the service.</summary>
public sealed record RolloutProgress
{
    public required Rollout Rollout { get; init; }

    /// <summary>The service at the last look.</summary>
    public required Service Service { get; init; }

    /// <summary>Of this rollout, oldest first.</summary>
    public required IReadOnlyList<ServiceEvent> Events { get; init; }

    /// <summary>Tasks that were seen running and then were not.</summary>
    public int LostTasks { get; init; }

    /// <summary>The deployment that is watched; null once ECS has dropped it.</summary>
    public Deployment? Deployment => Service.Deployments?.FirstOrDefault(deployment => deployment.Id == Rollout.DeploymentId);

    public Deployment? Primary => Rollout.Primary(Service);

    public static RolloutProgress Start(Rollout rollout, Service service) => new()
    {
        Rollout = rollout,
        Service = service,
        Events = NewEvents(service, rollout.EarlierEvents),
    };

    public RolloutProgress Next(Service service)
    {
        var known = Rollout.EarlierEvents.Concat(Events.Select(happened => happened.Id!)).ToHashSet();
        var next = this with { Service = service, Events = [.. Events, .. NewEvents(service, known)] };
        return next with { LostTasks = LostTasks + Math.Max((Deployment?.RunningCount ?? 0) - (next.Deployment?.RunningCount ?? 0), 0) };
    }

    private static IReadOnlyList<ServiceEvent> NewEvents(Service service, IReadOnlySet<string> known) =>
        [.. (service.Events ?? []).Where(happened => !known.Contains(happened.Id!)).Reverse()];
}

/// <param name="Reason">ECS's own words where there are any.</param>
public sealed record RolloutVerdict(RolloutEnd End, string Reason);

public enum RolloutEnd
{
    Completed,

    /// <summary>ECS gave up, or went back.</summary>
    Failed,

    /// <summary>Another deployment took its place.</summary>
    Superseded,

    TimedOut,

    /// <summary>No instance has room.</summary>
    Unplaceable,

    /// <summary>Tasks start and die.</summary>
    Crashing,
}
