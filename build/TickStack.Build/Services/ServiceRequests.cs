using System.Security.Cryptography;
using System.Text;
using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Services;

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
