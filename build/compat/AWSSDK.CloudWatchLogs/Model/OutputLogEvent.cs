namespace Amazon.CloudWatchLogs.Model;

public class OutputLogEvent
{
    /// <summary>Milliseconds since the epoch.</summary>
    public long? Timestamp { get; set; }

    public string? Message { get; set; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long? IngestionTime { get; set; }
}
