using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class ListServiceDeploymentsResponse : AmazonWebServiceResponse
{
    public List<ServiceDeploymentBrief>? ServiceDeployments { get; set; }

    public string? NextToken { get; set; }
}
