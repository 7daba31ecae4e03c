namespace TickStack.Build.Errors;

/// <summary>An expected failure: shown as its problems, without a stack trace. Anything else that is thrown is a bug.</summary>
public sealed class FailureException : Exception
{
    public FailureException(string message, string? remedy = null, ExitCode exitCode = ExitCode.Failed, Exception? innerException = null)
        : this([new Problem(message, remedy)], exitCode, innerException)
    {
    }

    public FailureException(IReadOnlyList<Problem> problems, ExitCode exitCode = ExitCode.InvalidInput, Exception? innerException = null)
        : base(string.Join(Environment.NewLine, problems), innerException)
    {
        Problems = problems;
        ExitCode = exitCode;
    }

    public IReadOnlyList<Problem> Problems { get; }

    public ExitCode ExitCode { get; }
}
