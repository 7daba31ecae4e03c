using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

public class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest
{
    public string? LogGroupNamePrefix { get; set; }

    /// <summary>Part of a name, with regard to case; not together with a prefix.</summary>
    public string? LogGroupNamePattern { get; set; }

    public string? NextToken { get; set; }

    /// <summary>1 to 50; 50 unless set.</summary>
    public int? Limit { get; set; }

    public LogGroupClass? LogGroupClass { get; set; }

    /// <summary>Names or ARNs, at most 50.</summary>
    public List<string>? LogGroupIdentifiers { get; set; }
}

public class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    public List<LogGroup>? LogGroups { get; set; }

    public string? NextToken { get; set; }
}

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

public class FilterLogEventsResponse : AmazonWebServiceResponse
{
    public List<FilteredLogEvent>? Events { get; set; }

    /// <summary>Always empty since 2020; the member stays.</summary>
    public List<SearchedLogStream>? SearchedLogStreams { get; set; }

    /// <summary>A page may be empty and still have one: the end is where it is null.</summary>
    public string? NextToken { get; set; }
}

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

public class GetLogEventsResponse : AmazonWebServiceResponse
{
    public List<OutputLogEvent>? Events { get; set; }

    /// <summary>At the end of the stream, the token that was sent.</summary>
    public string? NextForwardToken { get; set; }

    /// <summary>At the end of the stream, the token that was sent.</summary>
    public string? NextBackwardToken { get; set; }
}

public class FilteredLogEvent
{
    public string? LogStreamName { get; set; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long? Timestamp { get; set; }

    public string? Message { get; set; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long? IngestionTime { get; set; }

    /// <summary>Unique, so that an event that two searches return is told once.</summary>
    public string? EventId { get; set; }
}

public class LogGroup
{
    public string? LogGroupName { get; set; }

    public DateTime? CreationTime { get; set; }

    /// <summary>Null: for ever.</summary>
    public int? RetentionInDays { get; set; }

    public int? MetricFilterCount { get; set; }

    /// <summary>Ends with ":*".</summary>
    public string? Arn { get; set; }

    public long? StoredBytes { get; set; }

    public string? KmsKeyId { get; set; }

    public LogGroupClass? LogGroupClass { get; set; }

    /// <summary>Without the ":*" at the end.</summary>
    public string? LogGroupArn { get; set; }
}

public class OutputLogEvent
{
    public DateTime? Timestamp { get; set; }

    public string? Message { get; set; }

    public DateTime? IngestionTime { get; set; }
}

public class SearchedLogStream
{
    public string? LogStreamName { get; set; }

    public bool? SearchedCompletely { get; set; }
}
