using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DeregisterTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition? TaskDefinition { get; set; }
}
