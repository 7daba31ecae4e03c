namespace Amazon.ECR.Model;

public class AuthorizationData
{
    /// <summary>Base64 of "user:password".</summary>
    public string? AuthorizationToken { get; set; }

    public DateTime? ExpiresAt { get; set; }

    /// <summary>URL of the registry, scheme included.</summary>
    public string? ProxyEndpoint { get; set; }
}
