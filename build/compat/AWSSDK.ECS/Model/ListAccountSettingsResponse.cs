using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class ListAccountSettingsResponse : AmazonWebServiceResponse
{
    public List<Setting>? Settings { get; set; }

    public string? NextToken { get; set; }
}
