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
