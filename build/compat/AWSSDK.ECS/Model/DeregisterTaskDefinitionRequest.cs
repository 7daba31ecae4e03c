namespace Amazon.ECS.Model;

public class DeregisterTaskDefinitionRequest : AmazonECSRequest
{
    public string? TaskDefinition { get; set; }
}
