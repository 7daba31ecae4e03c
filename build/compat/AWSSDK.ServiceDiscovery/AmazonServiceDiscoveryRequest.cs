using Amazon.Runtime;

namespace Amazon.ServiceDiscovery;

public class AmazonServiceDiscoveryRequest : AmazonWebServiceRequest;
