using System.Text.Json.Nodes;
using Amazon.ECS.Model;

namespace TickStack.Build.Services;

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
        new("desiredCount", desired => desired.Rollout.DesiredCount, live => live.DesiredCount, (desired, update) => update.DesiredCount = desired.Rollout.DesiredCount),
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
        ? EcsJson.OfList(strategy.Select(item => new CapacityProviderStrategyItem { CapacityProvider = item.CapacityProvider, Weight = item.Weight ?? 0, Base = item.Base ?? 0 }))
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
