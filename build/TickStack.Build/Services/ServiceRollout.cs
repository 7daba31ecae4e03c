using Amazon.ECS;

namespace TickStack.Build.Services;

/// <summary>How ECS runs and replaces the tasks of a service. The defaults stop the old task before they start the new one:
/// both services hold files that only one writer may open.</summary>
public sealed record ServiceRollout
{
    public int DesiredCount { get; init; } = 1;

    public int MinimumHealthyPercent { get; init; }

    public int MaximumPercent { get; init; } = 100;

    /// <summary>Gives up after repeated failures instead of trying for ever.</summary>
    public bool CircuitBreaker { get; init; } = true;

    /// <summary>Having given up, the circuit breaker goes back to the last revision that completed.</summary>
    public bool RollBack { get; init; } = true;

    /// <summary>Where the tasks run. Null: on whatever instance the cluster has, by <see cref="LaunchType"/>.</summary>
    public string? CapacityProvider { get; init; }

    /// <summary>Counts only without a capacity provider: ECS takes one of the two.</summary>
    public LaunchType LaunchType { get; init; } = LaunchType.EC2;

    /// <summary>"aws ecs execute-command" opens a shell in a container; the task's role must allow it.</summary>
    public bool ExecuteCommand { get; init; } = true;

    /// <summary>Seconds in which a new task's failing health checks do not count. ECS takes it only with a load balancer.</summary>
    public int? HealthCheckGracePeriod { get; init; }

    /// <summary>Tags every task with its cluster and service.</summary>
    public bool ManagedTags { get; init; } = true;

    /// <summary>A task is tagged with what its own revision is tagged with: the service's tags speak of the newest.</summary>
    public PropagateTags PropagateTags { get; init; } = PropagateTags.TASK_DEFINITION;

    /// <summary>Of the service. Those that ECS or others set stay.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Tags that say where a change came from: written with every change, and by themselves no reason for one.</summary>
    public IReadOnlyDictionary<string, string> Origin { get; init; } = new Dictionary<string, string>();
}
