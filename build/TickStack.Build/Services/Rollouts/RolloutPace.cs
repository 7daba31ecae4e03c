namespace TickStack.Build.Services.Rollouts;

/// <summary>How soon to look again: every second while things move, and ever more seldom, to 5 s, when they do not.</summary>
public static class RolloutPace
{
    private const double QuietPerSecond = 15;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="quiet">Since the last news.</param>
    /// <param name="jitter">From 0 to 1; takes a tenth off at most, so that several deploys do not meet.</param>
    public static TimeSpan Next(TimeSpan quiet, double jitter)
    {
        var seconds = Math.Clamp(quiet.TotalSeconds / QuietPerSecond, Shortest.TotalSeconds, Longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (1 - (jitter / 10)));
    }
}
