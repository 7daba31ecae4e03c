namespace TickStack.Build.Tools.Commands;

/// <summary>How an external command ended.</summary>
/// <param name="ExitCode">The command's own, or <see cref="NotFound"/> or <see cref="TimedOut"/>.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>No such program, as a shell says it.</summary>
    public const int NotFound = 127;

    /// <summary>The command's timeout passed, as timeout(1) says it.</summary>
    public const int TimedOut = 124;

    public bool Succeeded => ExitCode == 0;

    /// <summary>The last line that says something, for a one-line message.</summary>
    public string LastLine =>
        $"{Output}\n{Error}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? $"exit code {ExitCode}";
}
