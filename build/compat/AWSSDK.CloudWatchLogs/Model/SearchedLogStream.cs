namespace Amazon.CloudWatchLogs.Model;

public class SearchedLogStream
{
    public string? LogStreamName { get; set; }

    public bool? SearchedCompletely { get; set; }
}
