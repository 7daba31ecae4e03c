namespace TickStack.Build.Services;

public enum DeployAction
{
    Created,

    Updated,

    /// <summary>A deployment of exactly this was under way, left by a run that was ended; it was watched to its end.</summary>
    Resumed,

    Unchanged,

    /// <summary>An earlier revision runs again.</summary>
    RolledBack,
}
