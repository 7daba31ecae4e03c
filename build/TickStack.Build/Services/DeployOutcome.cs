namespace TickStack.Build.Services;

/// <summary>A deploy that went well.</summary>
public sealed record DeployOutcome
{
    public required string Service { get; init; }

    /// <summary>"family:revision".</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>As in "ecs-svc/1234567890123456789".</summary>
    public required string DeploymentId { get; init; }

    public required DeployAction Action { get; init; }

    /// <summary>Whether this run registered the task definition.</summary>
    public required bool Registered { get; init; }

    /// <summary>What differed before; empty for a new service.</summary>
    public required IReadOnlyList<ServiceDifference> Differences { get; init; }

    /// <summary>From the change's acceptance to the end of its rollout; zero when nothing was to be done.</summary>
    public required TimeSpan RolloutTime { get; init; }

    /// <summary>ECS operation → requests sent.</summary>
    public required IReadOnlyDictionary<string, int> Calls { get; init; }
}
