using TickStack.Build.Errors;

namespace TickStack.Build.Reporting;

/// <summary>Why the run failed, if it did: the engine itself only knows that it did.</summary>
public sealed class RunOutcome
{
    public Exception? Failure { get; private set; }

    /// <summary>What a run that did not fail has to say by its exit code.</summary>
    public ExitCode Conclusion { get; private set; } = ExitCode.Success;

    public void Conclude(ExitCode conclusion) => Conclusion = conclusion;

    public void Fail(Exception exception) => Failure ??= exception;

    /// <param name="engine">What the engine returned.</param>
    /// <param name="interrupted">Set when a signal ended the run.</param>
    public ExitCode Resolve(int engine, ExitCode? interrupted) => (interrupted, Failure, engine) switch
    {
        ({ } signal, _, _) => signal,
        (_, FailureException failure, _) => failure.ExitCode,
        (_, not null, _) => ExitCode.Bug,
        (_, _, 0) => Conclusion,
        _ => ExitCode.Failed,
    };
}
