namespace TickStack.Build.Services;

/// <summary>How often and how soon a request is repeated.</summary>
internal static class EcsRetries
{
    // Together at least 20 s and at most 40 s of waiting for ECS to take requests again.
    private const int Throttled = 12;
    private const int Unanswered = 5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="answer">What the last attempt came to.</param>
    /// <param name="attempts">Attempts made so far.</param>
    public static bool Again(EcsAnswer answer, int attempts) => answer switch
    {
        EcsAnswer.Throttled => attempts < Throttled,
        EcsAnswer.Unknown => attempts < Unanswered,
        _ => false,
    };

    /// <summary>Doubles from attempt to attempt; jitter keeps several deploys from meeting again.</summary>
    /// <param name="attempts">Attempts made so far.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static TimeSpan Delay(int attempts, double jitter)
    {
        var full = Math.Min(First.TotalSeconds * Math.Pow(2, attempts - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (jitter / 2)));
    }
}
