using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.EcsCli.Translation;
using KeyValuePair = System.Collections.Generic.KeyValuePair;

namespace TickStack.Build.Ecs;

/// <summary>One ECS service as it is to be: what its two rendered files say, and in <see cref="Rollout"/> what their format cannot say.</summary>
public sealed record DesiredService
{
    /// <summary>Name or ARN.</summary>
    public required string Cluster { get; init; }

    public required string ServiceName { get; init; }

    /// <summary>The whole body; its family is the service's own.</summary>
    public required RegisterTaskDefinitionRequest TaskDefinition { get; init; }

    /// <summary>Present exactly when the network mode is awsvpc.</summary>
    public NetworkConfiguration? NetworkConfiguration { get; init; }

    public IReadOnlyList<ServiceRegistry> ServiceRegistries { get; init; } = [];

    public IReadOnlyList<PlacementConstraint> PlacementConstraints { get; init; } = [];

    public IReadOnlyList<PlacementStrategy> PlacementStrategy { get; init; } = [];

    public ServiceRollout Rollout { get; init; } = new();
}

/// <summary>How ECS runs and replaces the tasks of a service. The defaults stop the old task before they start the new one:
/// both services hold files that only one writer may open.</summary>
public sealed record ServiceRollout
{
    public int DesiredCount { get; init; } = 1;

    public int MinimumHealthyPercent { get; init; }

    public int MaximumPercent { get; init; } = 100;

    /// <summary>Gives up after repeated failures instead of trying without an end.</summary>
    public bool CircuitBreaker { get; init; } = true;

    /// <summary>Having given up, the circuit breaker goes back to the last revision that completed.</summary>
    public bool RollBack { get; init; } = true;

    /// <summary>Where the tasks run. Null: on any instance of the cluster, by <see cref="LaunchType"/>.</summary>
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

/// <summary>The tags of a service. They follow a rollout that completed, so that they say what runs.</summary>
internal static class ServiceTags
{
    /// <summary>Name of the difference; tags are changed by a call of their own.</summary>
    public const string Setting = "tags";

    public static List<Tag> List(params IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    /// <summary>Null when every wanted tag is there; others on the service count for nothing.</summary>
    public static ServiceDifference? Difference(DesiredService desired, Service live)
    {
        var missing = Missing(desired.Rollout.Tags, live);
        return missing.Count == 0 ? null : new ServiceDifference(
            Setting,
            Text(missing.Select(tag => KeyValuePair.Create(tag.Key, Value(live, tag.Key)))),
            Text(missing.Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value))));
    }

    /// <summary>What TagResource has to be given, the origin included.</summary>
    public static List<Tag> Changed(DesiredService desired, Service live) =>
        List(Missing(desired.Rollout.Tags.Concat(desired.Rollout.Origin), live));

    private static List<KeyValuePair<string, string>> Missing(IEnumerable<KeyValuePair<string, string>> tags, Service live) =>
        [.. tags.Where(tag => Value(live, tag.Key) != tag.Value)];

    private static string? Value(Service live, string key) => live.Tags?.FirstOrDefault(tag => tag.Key == key)?.Value;

    private static string Text(IEnumerable<KeyValuePair<string, string?>> tags) => new JsonObject(
        tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))).ToJsonString(EcsJson.Readable);
}
