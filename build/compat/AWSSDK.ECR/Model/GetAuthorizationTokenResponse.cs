using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class GetAuthorizationTokenResponse : AmazonWebServiceResponse
{
    public List<AuthorizationData>? AuthorizationData { get; set; }
}
