using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DescribeClustersResponse : AmazonWebServiceResponse
{
    public List<Cluster>? Clusters { get; set; }

    public List<Failure>? Failures { get; set; }
}
