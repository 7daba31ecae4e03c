namespace TickStack.Build.Tools.Logs;

/// <summary>What containers have written.</summary>
public interface IContainerLogs
{
    /// <summary>The last lines of a stream, oldest first; none where there is no such stream.</summary>
    Task<IReadOnlyList<LogLine>> TailAsync(LogStreamName stream, int lines, CancellationToken cancellationToken);

    /// <summary>Everything in a group from a moment on, oldest first.</summary>
    Task<IReadOnlyList<LogLine>> SinceAsync(string group, DateTimeOffset since, CancellationToken cancellationToken);
}
