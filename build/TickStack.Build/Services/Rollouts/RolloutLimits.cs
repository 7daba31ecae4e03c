namespace TickStack.Build.Services.Rollouts;

/// <summary>How much a watch puts up with.</summary>
/// <param name="Timeout">Hard: nothing that happens meanwhile starts it again.</param>
public sealed record RolloutLimits(TimeSpan Timeout)
{
    /// <summary>How often ECS may say that a task cannot be placed. Once is common while an old task makes room.</summary>
    public int PlacementFailures { get; init; } = 2;

    /// <summary>How many tasks may die, where no circuit breaker counts them.</summary>
    public int FailedTasks { get; init; } = 3;
}
