using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DescribeServicesResponse : AmazonWebServiceResponse
{
    public List<Service>? Services { get; set; }

    public List<Failure>? Failures { get; set; }
}
