using Amazon.ECS.Model;

namespace TickStack.Build.Services;

/// <summary>A service as it stands beside what it shall be. Nothing has been changed yet.</summary>
public sealed record ServicePlan
{
    public required DesiredService Desired { get; init; }

    /// <summary>Null when there is none; one that was deleted is none.</summary>
    public Service? Live { get; init; }

    /// <summary>The deleted service that had the name before, while ECS remembers it.</summary>
    public Service? Deleted { get; init; }

    /// <summary>What <see cref="Live"/> runs.</summary>
    public TaskDefinition? LiveDefinition { get; init; }

    /// <summary>The revision that says what is desired. Null: it is to be registered.</summary>
    public TaskDefinition? Revision { get; init; }

    /// <summary>Empty for a new service.</summary>
    public required IReadOnlyList<ServiceDifference> Differences { get; init; }

    /// <summary>What was asked so far; the calls that carry the plan out are counted along.</summary>
    public required EcsCalls Calls { get; init; }

    /// <summary>Whether tasks would be started: a plan that starts none needs nothing but ECS.</summary>
    public bool StartsTasks => Live is null || Differences.Any(difference => difference.Setting != ServiceTags.Setting) || Failed;

    /// <summary>The live deployment is the wanted one and has failed.</summary>
    public bool Failed => Live is not null && Rollout.Primary(Live)?.RolloutState == Amazon.ECS.DeploymentRolloutState.FAILED;
}
