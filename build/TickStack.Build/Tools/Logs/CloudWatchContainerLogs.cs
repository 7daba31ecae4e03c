using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using TickStack.Build.Tools.Aws;

namespace TickStack.Build.Tools.Logs;

/// <summary>CloudWatch Logs.</summary>
public sealed class CloudWatchContainerLogs(IAmazonCloudWatchLogs client) : IContainerLogs, ILogGroups
{
    public async Task<IReadOnlyList<LogLine>> TailAsync(LogStreamName stream, int lines, CancellationToken cancellationToken)
    {
        var request = new GetLogEventsRequest { LogGroupName = stream.Group, LogStreamName = stream.Stream, Limit = lines, StartFromHead = false };
        try
        {
            var events = (await client.GetLogEventsAsync(request, cancellationToken)).Events ?? [];
            return [.. events.Select((written, index) => TailLine(written, index, stream))];
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (AwsFailure.IsExpected(exception))
        {
            throw AwsFailure.Of($"reading the log {stream.Group}", exception);
        }
    }

    public async Task<IReadOnlyList<LogLine>> SinceAsync(string group, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var lines = new List<LogLine>();
        var request = new FilterLogEventsRequest { LogGroupName = group, StartTime = since.ToUnixTimeMilliseconds() };
        try
        {
            do
            {
                var page = await client.FilterLogEventsAsync(request, cancellationToken);
                lines.AddRange((page.Events ?? []).Select(written => FoundLine(written, group)));
                request.NextToken = page.NextToken;
            }
            while (request.NextToken is not null);
        }
        catch (Exception exception) when (AwsFailure.IsExpected(exception))
        {
            throw AwsFailure.Of($"reading the log {group}", exception);
        }

        return lines;
    }

    public async Task<bool> ExistsAsync(string group, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.DescribeLogGroupsAsync(new() { LogGroupNamePrefix = group }, cancellationToken);
            return found.LogGroups?.Any(existing => existing.LogGroupName == group) == true;
        }
        catch (Exception exception) when (AwsFailure.IsExpected(exception))
        {
            throw AwsFailure.Of($"looking for the log group {group}", exception);
        }
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
