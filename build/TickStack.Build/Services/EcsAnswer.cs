namespace TickStack.Build.Services;

/// <summary>What became of a request that failed.</summary>
internal enum EcsAnswer
{
    /// <summary>Not carried out, and a repetition would be refused as well.</summary>
    Refused,

    /// <summary>Not carried out, because of the rate of requests.</summary>
    Throttled,

    /// <summary>Perhaps carried out: the connection broke, or the server failed.</summary>
    Unknown,

    /// <summary>Never sent: no credentials, no region.</summary>
    NotSent,
}
