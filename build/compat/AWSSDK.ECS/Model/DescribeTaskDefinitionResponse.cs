using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition? TaskDefinition { get; set; }

    public List<Tag>? Tags { get; set; }
}
