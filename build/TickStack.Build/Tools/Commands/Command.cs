namespace TickStack.Build.Tools.Commands;

/// <summary>An external command as it is to be started; no shell takes part.</summary>
/// <param name="Program">Name on PATH, or a path.</param>
/// <param name="Arguments">One element per argument, unquoted.</param>
public sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>On top of this process's own variables; a null value unsets.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Null: this process's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>File that output and errors are appended to as well. Null: none.</summary>
    public string? Log { get; init; }

    /// <summary>After which the command is ended and counts as failed. Null: unbounded.</summary>
    public TimeSpan? Timeout { get; init; }

    public override string ToString() => $"{Program} {string.Join(' ', Arguments)}".TrimEnd();
}
