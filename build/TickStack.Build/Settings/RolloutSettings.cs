namespace TickStack.Build.Settings;

/// <summary>How long a rollout may take and how it is watched.</summary>
public sealed record RolloutSettings
{
    /// <summary>Hard deadline of one service's rollout.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
