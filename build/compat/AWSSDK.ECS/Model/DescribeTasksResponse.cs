using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DescribeTasksResponse : AmazonWebServiceResponse
{
    public List<Task>? Tasks { get; set; }

    public List<Failure>? Failures { get; set; }
}
