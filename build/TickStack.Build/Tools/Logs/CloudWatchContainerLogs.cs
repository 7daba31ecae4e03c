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
            return [.. events.Select((written, index) => Line($"{stream.Stream}/{written.Timestamp}/{index}", written.Timestamp, stream.Group, stream.Stream, written.Message))];
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
                lines.AddRange((page.Events ?? []).Select(written => Line(written.EventId!, written.Timestamp, group, written.LogStreamName, written.Message)));
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

    private static LogLine Line(string id, long? milliseconds, string group, string? stream, string? text) =>
        new(id, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds ?? 0), group, stream ?? "", (text ?? "").TrimEnd());
}
