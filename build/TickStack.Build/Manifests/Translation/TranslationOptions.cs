using Amazon.ECS;

namespace TickStack.Build.Manifests.Translation;

/// <summary>What a task definition needs and the two files do not say.</summary>
public sealed record TranslationOptions
{
    /// <summary>Becomes the family of the task definition.</summary>
    public required string ProjectName { get; init; }

    /// <summary>Null: the cluster's own choice; nothing is checked against a launch type then.</summary>
    public LaunchType? LaunchType { get; init; }

    /// <summary>Of the task definition, in this order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Finds the Cloud Map service that service_discovery describes. Null: nobody can, so that it is left out with a warning.</summary>
    public IDiscoveryLookup? Discovery { get; init; }
}
