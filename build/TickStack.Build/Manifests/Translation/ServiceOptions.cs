using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Manifests.Translation;

/// <summary>What the two files cannot say about a service. Null: it is left to ECS.</summary>
public sealed record ServiceOptions
{
    /// <summary>Name or ARN. Without one ECS takes the cluster named "default".</summary>
    public string? Cluster { get; init; }

    public required string ServiceName { get; init; }

    public LaunchType? LaunchType { get; init; }

    public SchedulingStrategy? SchedulingStrategy { get; init; }

    public int? MinimumHealthyPercent { get; init; }

    public int? MaximumPercent { get; init; }

    /// <summary>Seconds; only with a load balancer.</summary>
    public int? HealthCheckGracePeriod { get; init; }

    public IReadOnlyList<LoadBalancer> LoadBalancers { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    public bool ManagedTags { get; init; } = true;

    public PropagateTags PropagateTags { get; init; } = PropagateTags.TASK_DEFINITION;
}
