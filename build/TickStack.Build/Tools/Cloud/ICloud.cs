namespace TickStack.Build.Tools.Cloud;

/// <summary>Where the stages' calls go: a real account, or the sandbox. Opened once per run, before the first stage that needs it.</summary>
public interface ICloud
{
    /// <summary>Makes sure that the place is there and is the right one; throws FailureException otherwise.</summary>
    Task<CloudSession> OpenAsync(CancellationToken cancellationToken);
}
