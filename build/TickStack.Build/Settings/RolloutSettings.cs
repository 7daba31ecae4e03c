namespace TickStack.Build.Settings;

/// <summary>How long a rollout may take and how it is watched.</summary>
public sealed record RolloutSettings
{
    public static TimeSpan ShortestTimeout { get; } = TimeSpan.FromSeconds(1);

    public static TimeSpan LongestTimeout { get; } = TimeSpan.FromHours(24);

    /// <summary>Hard deadline of one service's rollout.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
