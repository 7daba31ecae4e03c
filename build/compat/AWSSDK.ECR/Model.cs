using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class BatchGetImageRequest : AmazonECRRequest
{
    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public List<ImageIdentifier>? ImageIds { get; set; }

    public List<string>? AcceptedMediaTypes { get; set; }
}

public class BatchGetImageResponse : AmazonWebServiceResponse
{
    public List<Image>? Images { get; set; }

    public List<ImageFailure>? Failures { get; set; }
}

public class DescribeImagesRequest : AmazonECRRequest
{
    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public List<ImageIdentifier>? ImageIds { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }

    public DescribeImagesFilter? Filter { get; set; }
}

public class DescribeImagesResponse : AmazonWebServiceResponse
{
    public List<ImageDetail>? ImageDetails { get; set; }

    public string? NextToken { get; set; }
}

public class DescribeRepositoriesRequest : AmazonECRRequest
{
    public string? RegistryId { get; set; }

    public List<string>? RepositoryNames { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}

public class DescribeRepositoriesResponse : AmazonWebServiceResponse
{
    public List<Repository>? Repositories { get; set; }

    public string? NextToken { get; set; }
}

public class GetAuthorizationTokenRequest : AmazonECRRequest
{
    public List<string>? RegistryIds { get; set; }
}

public class GetAuthorizationTokenResponse : AmazonWebServiceResponse
{
    public List<AuthorizationData>? AuthorizationData { get; set; }
}

public class PutImageRequest : AmazonECRRequest
{
    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public string? ImageManifest { get; set; }

    public string? ImageManifestMediaType { get; set; }

    public string? ImageTag { get; set; }

    public string? ImageDigest { get; set; }
}

public class PutImageResponse : AmazonWebServiceResponse
{
    public Image? Image { get; set; }
}

public class AuthorizationData
{
    /// <summary>Base64 of "user:password".</summary>
    public string? AuthorizationToken { get; set; }

    public DateTime? ExpiresAt { get; set; }

    /// <summary>URL of the registry, scheme included.</summary>
    public string? ProxyEndpoint { get; set; }
}

public class DescribeImagesFilter
{
    public TagStatus? TagStatus { get; set; }
}

public class EncryptionConfiguration
{
    public EncryptionType? EncryptionType { get; set; }

    public string? KmsKey { get; set; }
}

public class Image
{
    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public ImageIdentifier? ImageId { get; set; }

    public string? ImageManifest { get; set; }

    public string? ImageManifestMediaType { get; set; }
}

public class ImageDetail
{
    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    public string? ImageDigest { get; set; }

    public List<string>? ImageTags { get; set; }

    public long? ImageSizeInBytes { get; set; }

    public DateTime? ImagePushedAt { get; set; }

    public ImageScanStatus? ImageScanStatus { get; set; }

    public ImageScanFindingsSummary? ImageScanFindingsSummary { get; set; }

    public string? ImageManifestMediaType { get; set; }

    public string? ArtifactMediaType { get; set; }

    public DateTime? LastRecordedPullTime { get; set; }
}

public class ImageFailure
{
    public ImageIdentifier? ImageId { get; set; }

    public ImageFailureCode? FailureCode { get; set; }

    public string? FailureReason { get; set; }
}

public class ImageIdentifier
{
    /// <summary>"sha256:…".</summary>
    public string? ImageDigest { get; set; }

    public string? ImageTag { get; set; }
}

public class ImageScanFindingsSummary
{
    public DateTime? ImageScanCompletedAt { get; set; }

    public DateTime? VulnerabilitySourceUpdatedAt { get; set; }

    /// <summary>A value of <see cref="FindingSeverity"/> → number.</summary>
    public Dictionary<string, int>? FindingSeverityCounts { get; set; }
}

public class ImageScanStatus
{
    public ScanStatus? Status { get; set; }

    public string? Description { get; set; }
}

public class ImageScanningConfiguration
{
    public bool? ScanOnPush { get; set; }
}

public class Repository
{
    public string? RepositoryArn { get; set; }

    public string? RegistryId { get; set; }

    public string? RepositoryName { get; set; }

    /// <summary>"host/name", without scheme.</summary>
    public string? RepositoryUri { get; set; }

    public DateTime? CreatedAt { get; set; }

    public ImageTagMutability? ImageTagMutability { get; set; }

    public ImageScanningConfiguration? ImageScanningConfiguration { get; set; }

    public EncryptionConfiguration? EncryptionConfiguration { get; set; }
}
