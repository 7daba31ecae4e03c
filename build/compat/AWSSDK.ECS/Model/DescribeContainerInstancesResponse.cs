using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DescribeContainerInstancesResponse : AmazonWebServiceResponse
{
    public List<ContainerInstance>? ContainerInstances { get; set; }

    public List<Failure>? Failures { get; set; }
}
