using Amazon.Runtime;

namespace Amazon.ServiceDiscovery.Model;

public class GetServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}
