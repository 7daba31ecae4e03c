namespace Amazon.CloudWatchLogs.Model;

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
