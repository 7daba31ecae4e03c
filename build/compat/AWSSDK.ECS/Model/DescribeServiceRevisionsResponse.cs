using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DescribeServiceRevisionsResponse : AmazonWebServiceResponse
{
    public List<ServiceRevision>? ServiceRevisions { get; set; }

    public List<Failure>? Failures { get; set; }
}
