using Amazon.ECS.Model;
using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Translation;

/// <summary>A service's two files in terms of the ECS API.</summary>
public sealed record TranslatedService
{
    public required RegisterTaskDefinitionRequest TaskDefinition { get; init; }

    /// <summary>Present exactly when the network mode is awsvpc.</summary>
    public NetworkConfiguration? NetworkConfiguration { get; init; }

    public IReadOnlyList<ServiceRegistry> ServiceRegistries { get; init; } = [];

    public IReadOnlyList<PlacementConstraint> PlacementConstraints { get; init; } = [];

    public IReadOnlyList<PlacementStrategy> PlacementStrategy { get; init; } = [];

    /// <summary>From deploy.replicas; null: the files do not say.</summary>
    public int? DesiredCount { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];
}
