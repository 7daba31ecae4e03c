using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.EcsCli.Translation;

/// <summary>What the two files cannot say: ecs-cli takes it from its command line. Null: it is left to ECS.</summary>
public sealed record TranslationOptions
{
    /// <summary>Becomes the family of the task definition and the name of the service.</summary>
    public required string ProjectName { get; init; }

    /// <summary>Null: the cluster's own choice; nothing is checked against a launch type then.</summary>
    public LaunchType? LaunchType { get; init; }

    /// <summary>Of the task definition and of the service, in this order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Finds the Cloud Map service that service_discovery describes. Null: nobody can, so that it is left out with a warning.</summary>
    public IDiscoveryLookup? Discovery { get; init; }

    /// <summary>Name or ARN. Without one ECS takes the cluster named "default".</summary>
    public string? Cluster { get; init; }

    public SchedulingStrategy? SchedulingStrategy { get; init; }

    public int? MinimumHealthyPercent { get; init; }

    public int? MaximumPercent { get; init; }

    /// <summary>Seconds; only with a load balancer.</summary>
    public int? HealthCheckGracePeriod { get; init; }

    public IReadOnlyList<LoadBalancer> LoadBalancers { get; init; } = [];

    public bool ManagedTags { get; init; } = true;

    public PropagateTags PropagateTags { get; init; } = PropagateTags.TASK_DEFINITION;
}
