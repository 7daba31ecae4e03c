using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DescribeServiceDeploymentsResponse : AmazonWebServiceResponse
{
    public List<ServiceDeployment>? ServiceDeployments { get; set; }

    public List<Failure>? Failures { get; set; }
}
