namespace TickStack.Build.Services.Rollouts;

public enum RolloutEnd
{
    Completed,

    /// <summary>ECS gave up, or went back.</summary>
    Failed,

    /// <summary>Another deployment took its place.</summary>
    Superseded,

    TimedOut,

    /// <summary>No instance has room.</summary>
    Unplaceable,

    /// <summary>Tasks start and die.</summary>
    Crashing,
}
