namespace Amazon.ServiceDiscovery.Model;

public class GetServiceRequest : AmazonServiceDiscoveryRequest
{
    /// <summary>As in "srv-0123456789abcdef"; the ARN where the namespace is shared with the account.</summary>
    public string? Id { get; set; }
}
