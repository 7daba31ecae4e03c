namespace Amazon.ECR.Model;

public class ImageIdentifier
{
    /// <summary>"sha256:…".</summary>
    public string? ImageDigest { get; set; }

    public string? ImageTag { get; set; }
}
