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

    public LaunchType LaunchType { get; init; } = LaunchType.EC2;

    /// <summary>Tags every task with its cluster and service.</summary>
    public bool ManagedTags { get; init; } = true;

    public PropagateTags PropagateTags { get; init; } = PropagateTags.SERVICE;

    /// <summary>Of the service. Those that ECS or others set stay.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
