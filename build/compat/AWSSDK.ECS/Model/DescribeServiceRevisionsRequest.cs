namespace Amazon.ECS.Model;

public class DescribeServiceRevisionsRequest : AmazonECSRequest
{
    /// <summary>At most 20.</summary>
    public List<string>? ServiceRevisionArns { get; set; }
}
