using Amazon.ECS.Model;

namespace TickStack.Build.Services;

/// <summary>One ECS service as it shall stand: what its two rendered files say, and in <see cref="Rollout"/> what their format cannot say.</summary>
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
