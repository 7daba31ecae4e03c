namespace Amazon.SecretsManager.Model;

public class DescribeSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>Name or ARN.</summary>
    public string? SecretId { get; set; }
}
