using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class ListTasksResponse : AmazonWebServiceResponse
{
    public List<string>? TaskArns { get; set; }

    public string? NextToken { get; set; }
}
