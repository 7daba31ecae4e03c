using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace TickStack.Build.Aws;

/// <summary>What containers have written.</summary>
public interface IContainerLogs
{
    /// <summary>The last lines of a stream, oldest first; none where there is no such stream.</summary>
    Task<IReadOnlyList<LogLine>> TailAsync(LogStreamName stream, int lines, CancellationToken cancellationToken);

    /// <summary>Everything in a group from a moment on, oldest first.</summary>
    Task<IReadOnlyList<LogLine>> SinceAsync(string group, DateTimeOffset since, CancellationToken cancellationToken);
}

public interface ILogGroups
{
    Task<bool> ExistsAsync(string group, CancellationToken cancellationToken);
}

/// <summary>One event of a log.</summary>
/// <param name="Id">The same event has the same id whenever it is read.</param>
/// <param name="At">When the container wrote it.</param>
/// <param name="Group">Log group.</param>
/// <param name="Stream">Log stream: "prefix/container/task".</param>
/// <param name="Text">Without the line's end.</param>
public sealed record LogLine(string Id, DateTimeOffset At, string Group, string Stream, string Text);

public sealed record LogStreamName(string Group, string Stream);

/// <summary>CloudWatch Logs.</summary>
public sealed class CloudWatchContainerLogs(IAmazonCloudWatchLogs client) : IContainerLogs, ILogGroups
{
    public async Task<IReadOnlyList<LogLine>> TailAsync(LogStreamName stream, int lines, CancellationToken cancellationToken)
    {
        var request = new GetLogEventsRequest { LogGroupName = stream.Group, LogStreamName = stream.Stream, Limit = lines, StartFromHead = false };
        var found = await AwsCall.FindAsync<GetLogEventsResponse>(
            $"reading the log {stream.Group}",
            exception => exception is ResourceNotFoundException,
            async () => await client.GetLogEventsAsync(request, cancellationToken));
        return [.. (found?.Events ?? []).Select((written, index) => TailLine(written, index, stream))];
    }

    public async Task<IReadOnlyList<LogLine>> SinceAsync(string group, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var lines = new List<LogLine>();
        var request = new FilterLogEventsRequest { LogGroupName = group, StartTime = since.ToUnixTimeMilliseconds() };
        do
        {
            var page = await AwsCall.RunAsync($"reading the log {group}", () => client.FilterLogEventsAsync(request, cancellationToken));
            lines.AddRange((page.Events ?? []).Select(written => FoundLine(written, group)));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        return lines;
    }

    public async Task<bool> ExistsAsync(string group, CancellationToken cancellationToken)
    {
        var found = await AwsCall.RunAsync(
            $"looking for the log group {group}", () => client.DescribeLogGroupsAsync(new() { LogGroupNamePrefix = group }, cancellationToken));
        return found.LogGroups?.Any(existing => existing.LogGroupName == group) == true;
    }

    // The two calls give times differently: as an instant, and as milliseconds.
    private static LogLine TailLine(OutputLogEvent written, int index, LogStreamName stream)
    {
        var at = new DateTimeOffset(written.Timestamp?.ToUniversalTime() ?? DateTime.UnixEpoch);
        return new($"{stream.Stream}/{at.ToUnixTimeMilliseconds()}/{index}", at, stream.Group, stream.Stream, Text(written.Message));
    }

    private static LogLine FoundLine(FilteredLogEvent written, string group) =>
        new(written.EventId!, DateTimeOffset.FromUnixTimeMilliseconds(written.Timestamp ?? 0), group, written.LogStreamName ?? "", Text(written.Message));

    private static string Text(string? message) => (message ?? "").TrimEnd();
}
