namespace TickStack.Sandbox.Tests.Http;

/// <summary>A stretch of a rollout, as ECS would describe it.</summary>
/// <param name="From">Seconds since the service was changed; it lasts until the next scene.</param>
/// <param name="Name">By which a test knows it.</param>
public sealed record Scene(double From, string Name)
{
    /// <summary>Of the deployment that the change made.</summary>
    public string RolloutState { get; init; } = "IN_PROGRESS";

    public string? Reason { get; init; }

    public int Running { get; init; }

    public int FailedTasks { get; init; }

    /// <summary>State of the circuit breaker's deployment of what ran before; null while there is none.</summary>
    public string? Rollback { get; init; }

    /// <summary>What ECS notes when the scene begins.</summary>
    public string? Event { get; init; }

    /// <summary>The task that has stopped when the scene begins.</summary>
    public ScriptedStop? Stopped { get; init; }
}
