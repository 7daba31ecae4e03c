namespace TickStack.Failures;

/// <summary>What the process ends with; the table in the README is this list.</summary>
public enum ExitCode
{
    Success = 0,

    /// <summary>A step failed: Terraform, Docker, AWS, a test.</summary>
    Failed = 1,

    /// <summary>Diff found differences; as in diff tools, that is no failure.</summary>
    Differences = 2,

    /// <summary>Something that is needed is missing or answers wrongly: a tool, credentials, an earlier stage's result, room or rights on a disk.</summary>
    Unavailable = 3,

    /// <summary>Status found a service that is not healthy.</summary>
    NotHealthy = 4,

    /// <summary>The rollout failed, or the circuit breaker went back.</summary>
    RolloutFailed = 10,

    /// <summary>The rollout's deadline passed.</summary>
    RolloutTimedOut = 11,

    /// <summary>No instance has room for the task.</summary>
    Unplaceable = 12,

    /// <summary>Tasks start and die.</summary>
    Crashing = 13,

    /// <summary>A later deployment took this one's place.</summary>
    Superseded = 14,

    /// <summary>The input is wrong: an option, a settings file, a template. Nothing was changed. The number is that of BSD's sysexits.</summary>
    InvalidInput = 64,

    /// <summary>An exception nobody expected: a bug, shown with its trace.</summary>
    Bug = 70,

    /// <summary>Ended because its terminal was closed.</summary>
    HungUp = 129,

    /// <summary>Ended by Ctrl+C.</summary>
    Interrupted = 130,

    /// <summary>Ended by SIGTERM.</summary>
    Terminated = 143,
}
