namespace Amazon.ECS.Model;

public class DescribeClustersRequest : AmazonECSRequest
{
    public List<string>? Clusters { get; set; }

    /// <summary>Values of <see cref="ClusterField"/>.</summary>
    public List<string>? Include { get; set; }
}
