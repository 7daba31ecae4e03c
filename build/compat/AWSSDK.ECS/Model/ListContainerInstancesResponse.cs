using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class ListContainerInstancesResponse : AmazonWebServiceResponse
{
    public List<string>? ContainerInstanceArns { get; set; }

    public string? NextToken { get; set; }
}
