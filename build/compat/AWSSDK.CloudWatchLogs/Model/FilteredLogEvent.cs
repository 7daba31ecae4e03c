namespace Amazon.CloudWatchLogs.Model;

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
