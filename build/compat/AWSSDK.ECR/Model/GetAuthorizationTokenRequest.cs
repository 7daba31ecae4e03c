namespace Amazon.ECR.Model;

public class GetAuthorizationTokenRequest : AmazonECRRequest
{
    public List<string>? RegistryIds { get; set; }
}
