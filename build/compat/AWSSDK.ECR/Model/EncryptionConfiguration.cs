namespace Amazon.ECR.Model;

public class EncryptionConfiguration
{
    public EncryptionType? EncryptionType { get; set; }

    public string? KmsKey { get; set; }
}
