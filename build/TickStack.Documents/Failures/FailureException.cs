namespace TickStack.Failures;

/// <summary>An expected failure: shown as its problems, without a stack trace. Anything else that is thrown is a bug.</summary>
public sealed class FailureException : Exception
{
    public FailureException(string message, string? remedy = null, ExitCode exitCode = ExitCode.Failed, Exception? innerException = null)
        : this([new Problem(message, remedy)], exitCode, innerException)
    {
    }

    public FailureException(IReadOnlyList<Problem> problems, ExitCode exitCode = ExitCode.InvalidInput, Exception? innerException = null)
        : base(ShownText.Of(problems), innerException)
    {
        Problems = problems;
        ExitCode = exitCode;
    }

    public IReadOnlyList<Problem> Problems { get; }

    public ExitCode ExitCode { get; }
}

/// <summary>One thing that is wrong: what it is, where it stands and what to do about it.</summary>
public sealed record Problem(string Message, string? Remedy = null, SourceLocation? Location = null)
{
    private const string Look = "look there: no text is shown out of a file that another file names";

    public string Message { get; } = Location?.InGeneral ?? Message;

    public string? Remedy { get; } = Location?.InGeneral is null ? Remedy : Look;

    public override string ToString()
    {
        var text = Location is null ? ShownText.Of(Message) : ShownText.OfOneLine($"{Location}: {Message}");
        return Remedy is null ? text : $"{text}{Environment.NewLine}  → {ShownText.Of(Remedy)}";
    }
}

/// <summary>A place in an input file; line and column start at 1.</summary>
public sealed record SourceLocation(string File, int Line, int Column)
{
    /// <summary>What is said of this place, whatever is wrong there: the file's own text may not be shown. Null: it may.</summary>
    public string? InGeneral { get; init; }

    public override string ToString() => $"{File}:{Line}:{Column}";
}
