using TickStack.Build.Aws;

namespace TickStack.Build.Tests.Ecs;

/// <summary>Logs that hold what a test has put there.</summary>
internal sealed class FakeLogs : IContainerLogs
{
    private readonly List<LogLine> lines = [];

    /// <summary>Thrown at every reading, when set.</summary>
    public Exception? Refusal { get; set; }

    public void Add(string group, string stream, string text) =>
        lines.Add(new LogLine($"{lines.Count}", DateTimeOffset.UnixEpoch.AddSeconds(lines.Count), group, stream, text));

    public Task<IReadOnlyList<LogLine>> TailAsync(LogStreamName stream, int lines, CancellationToken cancellationToken) =>
        Answer(this.lines.Where(line => line.Group == stream.Group && line.Stream == stream.Stream).TakeLast(lines));

    public Task<IReadOnlyList<LogLine>> SinceAsync(string group, DateTimeOffset since, CancellationToken cancellationToken) =>
        Answer(lines.Where(line => line.Group == group && line.At >= since));

    private Task<IReadOnlyList<LogLine>> Answer(IEnumerable<LogLine> lines) =>
        Refusal is null ? Task.FromResult<IReadOnlyList<LogLine>>([.. lines]) : Task.FromException<IReadOnlyList<LogLine>>(Refusal);
}
