namespace Amazon.CloudWatchLogs.Model;

public class GetLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>This or the identifier, not both.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>Name or ARN.</summary>
    public string? LogGroupIdentifier { get; set; }

    public string? LogStreamName { get; set; }

    /// <summary>Inclusive.</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>Exclusive.</summary>
    public DateTime? EndTime { get; set; }

    public string? NextToken { get; set; }

    /// <summary>1 to 10,000; unless set, what fits into 1 MiB.</summary>
    public int? Limit { get; set; }

    /// <summary>Oldest first; newest first unless set. A forward token goes on only where it is set.</summary>
    public bool? StartFromHead { get; set; }
}
