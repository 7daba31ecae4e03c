using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class TagResourceResponse : AmazonWebServiceResponse;
