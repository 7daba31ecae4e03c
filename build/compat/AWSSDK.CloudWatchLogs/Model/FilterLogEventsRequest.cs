namespace Amazon.CloudWatchLogs.Model;

public class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>This or the identifier, not both.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>Name or ARN.</summary>
    public string? LogGroupIdentifier { get; set; }

    /// <summary>At most 100; not together with a prefix.</summary>
    public List<string>? LogStreamNames { get; set; }

    public string? LogStreamNamePrefix { get; set; }

    /// <summary>Milliseconds since the epoch, inclusive.</summary>
    public long? StartTime { get; set; }

    /// <summary>Milliseconds since the epoch, inclusive.</summary>
    public long? EndTime { get; set; }

    /// <summary>All events unless set.</summary>
    public string? FilterPattern { get; set; }

    public string? NextToken { get; set; }

    /// <summary>1 to 10,000; 10,000 unless set.</summary>
    public int? Limit { get; set; }
}
