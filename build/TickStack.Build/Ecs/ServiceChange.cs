using Amazon.ECS.Model;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Ecs;

/// <summary>What turns a live service into the desired one.</summary>
/// <param name="Differences">Empty when there is nothing to do.</param>
/// <param name="Request">Names only what differs: ECS makes a new deployment for some settings even when they are sent unchanged.</param>
public sealed record ServiceChange(IReadOnlyList<ServiceDifference> Differences, UpdateServiceRequest Request)
{
    /// <summary>Stands for the revision that is not registered yet.</summary>
    public const string NewRevision = "a new revision";

    /// <summary>Whether UpdateService has anything to do; tags are set by another call.</summary>
    public bool UpdatesService => Differences.Any(difference => difference.Setting != ServiceTags.Setting);

    /// <param name="revision">ARN of the wanted task definition; null: it is yet to be registered.</param>
    /// <exception cref="FailureException">ECS cannot change a setting in place.</exception>
    public static ServiceChange Between(DesiredService desired, string? revision, Service live)
    {
        var request = new UpdateServiceRequest { Cluster = desired.Cluster, Service = desired.ServiceName };
        var differing = ServiceSetting.All.Where(setting => !JsonNode.DeepEquals(setting.Wanted(desired), setting.Live(live))).ToList();
        RefuseImpossible(differing, desired, live);
        differing.ForEach(setting => setting.Change(desired, request));
        IEnumerable<ServiceDifference?> differences =
        [
            Revision(revision, live, request),
            .. differing.Select(setting => new ServiceDifference(setting.Name, Text(setting.Live(live)), Text(setting.Wanted(desired)))),
            ServiceTags.Difference(desired, live),
        ];
        return new ServiceChange([.. differences.OfType<ServiceDifference>()], request);
    }

    private static ServiceDifference? Revision(string? revision, Service live, UpdateServiceRequest request)
    {
        if (live.TaskDefinition == revision)
        {
            return null;
        }

        request.TaskDefinition = revision;
        return new ServiceDifference(
            "taskDefinition", TaskDefinitionRevision.NameOf(live.TaskDefinition), TaskDefinitionRevision.NameOf(revision) ?? NewRevision);
    }

    private static void RefuseImpossible(IEnumerable<ServiceSetting> differing, DesiredService desired, Service live)
    {
        var problems = differing
            .Where(setting => !setting.CanChange(desired))
            .Select(setting => new Problem(
                $"ECS cannot change {setting.Name} of the service {desired.ServiceName} in place: "
                    + $"it is {Text(setting.Live(live)) ?? "not set"} and shall be {Text(setting.Wanted(desired)) ?? "not set"}",
                $"delete the service and deploy again: aws ecs delete-service --cluster {desired.Cluster} --service {desired.ServiceName} --force"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new FailureException(problems, ExitCode.Failed);
        }
    }

    private static string? Text(JsonNode? value) =>
        value is JsonValue simple && simple.TryGetValue<string>(out var text) ? text : value?.ToJsonString(EcsJson.Readable);
}

/// <summary>A setting of a live service that is not as it should be.</summary>
/// <param name="Setting">As in the API: "taskDefinition", "networkConfiguration", …</param>
/// <param name="Live">JSON, or the revision; null when not set.</param>
/// <param name="Wanted">As <paramref name="Live"/>.</param>
public sealed record ServiceDifference(string Setting, string? Live, string? Wanted)
{
    public override string ToString() => $"{Setting}: {Live ?? "not set"} → {Wanted ?? "not set"}";
}

/// <summary>One setting of a service beside its task definition: how it is wanted, how it stands, and how it is changed.</summary>
/// <param name="Name">As in the API, but for "capacity": a capacity provider strategy or a launch type.</param>
internal sealed record ServiceSetting(
    string Name,
    Func<DesiredService, JsonNode?> Wanted,
    Func<Service, JsonNode?> Live,
    Action<DesiredService, UpdateServiceRequest> Change)
{
    /// <summary>Whether ECS can get there in place.</summary>
    public Func<DesiredService, bool> CanChange { get; init; } = _ => true;

    public static IReadOnlyList<ServiceSetting> All { get; } =
    [
        new("capacity", desired => Capacity(desired.Rollout), Capacity, SetCapacity) { CanChange = desired => desired.Rollout.CapacityProvider is not null },
        new("desiredCount", desired => desired.Rollout.DesiredCount, live => live.DesiredCount,
            (desired, update) => update.DesiredCount = desired.Rollout.DesiredCount),
        new("deploymentConfiguration", desired => Percents(ServiceRequests.Percents(desired.Rollout)), live => Percents(live.DeploymentConfiguration),
            (desired, update) => update.DeploymentConfiguration = ServiceRequests.Percents(desired.Rollout)),
        new("networkConfiguration", desired => Network(desired.NetworkConfiguration), live => Network(live.NetworkConfiguration),
            (desired, update) => update.NetworkConfiguration = desired.NetworkConfiguration),
        new("serviceRegistries", desired => EcsJson.OfList(desired.ServiceRegistries), live => EcsJson.OfList(live.ServiceRegistries),
            (desired, update) => update.ServiceRegistries = [.. desired.ServiceRegistries]),
        new("placementConstraints", desired => EcsJson.OfList(desired.PlacementConstraints), live => EcsJson.OfList(live.PlacementConstraints),
            (desired, update) => update.PlacementConstraints = [.. desired.PlacementConstraints]),
        new("placementStrategy", desired => EcsJson.OfList(desired.PlacementStrategy), live => EcsJson.OfList(live.PlacementStrategy),
            (desired, update) => update.PlacementStrategy = [.. desired.PlacementStrategy]),
        new("healthCheckGracePeriodSeconds", desired => desired.Rollout.HealthCheckGracePeriod ?? 0, live => live.HealthCheckGracePeriodSeconds ?? 0,
            (desired, update) => update.HealthCheckGracePeriodSeconds = desired.Rollout.HealthCheckGracePeriod ?? 0),
        new("enableExecuteCommand", desired => desired.Rollout.ExecuteCommand, live => live.EnableExecuteCommand ?? false,
            (desired, update) => update.EnableExecuteCommand = desired.Rollout.ExecuteCommand),
        new("enableECSManagedTags", desired => desired.Rollout.ManagedTags, live => live.EnableECSManagedTags ?? false,
            (desired, update) => update.EnableECSManagedTags = desired.Rollout.ManagedTags),
        new("propagateTags", desired => desired.Rollout.PropagateTags.Value, live => live.PropagateTags?.Value ?? "NONE",
            (desired, update) => update.PropagateTags = desired.Rollout.PropagateTags),
    ];

    // Where there is no capacity provider, the launch type says where tasks run.
    private static JsonNode? Capacity(ServiceRollout rollout) =>
        rollout.CapacityProvider is null ? rollout.LaunchType.Value : EcsJson.OfList(ServiceRequests.Strategy(rollout));

    private static JsonNode? Capacity(Service live) => live.CapacityProviderStrategy is { Count: > 0 } strategy
        ? EcsJson.OfList(strategy.Select(
            item => new CapacityProviderStrategyItem { CapacityProvider = item.CapacityProvider, Weight = item.Weight ?? 0, Base = item.Base ?? 0 }))
        : live.LaunchType?.Value;

    // ECS refuses another strategy unless tasks are replaced at once.
    private static void SetCapacity(DesiredService desired, UpdateServiceRequest update) =>
        (update.CapacityProviderStrategy, update.ForceNewDeployment) = (ServiceRequests.Strategy(desired.Rollout), true);

    // ECS's own values where nothing is said: 100 and 200 percent, no circuit breaker.
    private static JsonObject Percents(DeploymentConfiguration? configuration) => new()
    {
        ["minimumHealthyPercent"] = configuration?.MinimumHealthyPercent ?? 100,
        ["maximumPercent"] = configuration?.MaximumPercent ?? 200,
        ["circuitBreaker"] = configuration?.DeploymentCircuitBreaker?.Enable ?? false,
        ["rollback"] = configuration?.DeploymentCircuitBreaker?.Rollback ?? false,
    };

    private static JsonObject? Network(NetworkConfiguration? configuration) => configuration?.AwsvpcConfiguration is not { } network ? null : new()
    {
        ["subnets"] = EcsJson.OfList(network.Subnets?.Order(StringComparer.Ordinal)),
        ["securityGroups"] = EcsJson.OfList(network.SecurityGroups?.Order(StringComparer.Ordinal)),
        ["assignPublicIp"] = network.AssignPublicIp?.Value ?? "DISABLED",
    };
}
