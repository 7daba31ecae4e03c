namespace Amazon.ECS.Model;

public class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    /// <summary>"family" (the latest ACTIVE revision), "family:revision" or an ARN.</summary>
    public string? TaskDefinition { get; set; }

    /// <summary>Values of <see cref="TaskDefinitionField"/>.</summary>
    public List<string>? Include { get; set; }
}
