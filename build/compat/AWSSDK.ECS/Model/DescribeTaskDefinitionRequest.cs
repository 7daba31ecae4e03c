namespace Amazon.ECS.Model;

public class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    /// <summary>"family" (the latest ACTIVE revision), "family:revision" or an ARN.</summary>
    public string? TaskDefinition { get; set; }

    public List<TaskDefinitionField>? Include { get; set; }
}
