using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

public class FilterLogEventsResponse : AmazonWebServiceResponse
{
    public List<FilteredLogEvent>? Events { get; set; }

    /// <summary>Always empty since 2020; the member stays.</summary>
    public List<SearchedLogStream>? SearchedLogStreams { get; set; }

    /// <summary>A page may be empty and still have one: the end is where it is null.</summary>
    public string? NextToken { get; set; }
}
