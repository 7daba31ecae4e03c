using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task as the engine sees it. Only members that a task overrides are handed to the engine.</summary>
public interface IFrostingTask
{
    /// <summary>Why the task was skipped, for the report.</summary>
    string SkippedMessage => string.Empty;

    Task RunAsync(ICakeContext context);

    /// <summary>False skips the task; for the target itself that is an error.</summary>
    bool ShouldRun(ICakeContext context);

    /// <summary>Handles the task's exception. An override that returns lets the build go on, successful.</summary>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs after the task, whether it succeeded or not.</summary>
    void Finally(ICakeContext context);
}
