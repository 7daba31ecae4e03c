using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

public class GetLogEventsResponse : AmazonWebServiceResponse
{
    public List<OutputLogEvent>? Events { get; set; }

    /// <summary>At the end of the stream, the token that was sent.</summary>
    public string? NextForwardToken { get; set; }

    /// <summary>At the end of the stream, the token that was sent.</summary>
    public string? NextBackwardToken { get; set; }
}
