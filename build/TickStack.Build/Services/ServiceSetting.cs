using System.Text.Json.Nodes;
using Amazon.ECS.Model;

namespace TickStack.Build.Services;

/// <summary>One setting of a service beside its task definition: how it is wanted, how it stands, and how it is changed.</summary>
/// <param name="Name">As in the API.</param>
/// <param name="Change">Null when ECS cannot change it in place.</param>
internal sealed record ServiceSetting(
    string Name,
    Func<DesiredService, JsonNode?> Wanted,
    Func<Service, JsonNode?> Live,
    Action<DesiredService, UpdateServiceRequest>? Change)
{
    public static IReadOnlyList<ServiceSetting> All { get; } =
    [
        new("launchType", desired => desired.Rollout.LaunchType.Value, live => live.LaunchType?.Value, null),
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
        new("enableECSManagedTags", desired => desired.Rollout.ManagedTags, live => live.EnableECSManagedTags ?? false,
            (desired, update) => update.EnableECSManagedTags = desired.Rollout.ManagedTags),
        new("propagateTags", desired => desired.Rollout.PropagateTags.Value, live => live.PropagateTags?.Value ?? "NONE",
            (desired, update) => update.PropagateTags = desired.Rollout.PropagateTags),
    ];

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
