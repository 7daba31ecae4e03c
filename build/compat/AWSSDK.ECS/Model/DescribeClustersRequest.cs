namespace Amazon.ECS.Model;

public class DescribeClustersRequest : AmazonECSRequest
{
    public List<string>? Clusters { get; set; }

    public List<ClusterField>? Include { get; set; }
}
