namespace Amazon.ECS.Model;

public class DescribeServiceDeploymentsRequest : AmazonECSRequest
{
    /// <summary>At most 20.</summary>
    public List<string>? ServiceDeploymentArns { get; set; }
}
