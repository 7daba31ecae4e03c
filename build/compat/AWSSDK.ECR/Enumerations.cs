using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECR;

public class EncryptionType : ConstantClass
{
    public static readonly EncryptionType AES256 = new("AES256");
    public static readonly EncryptionType KMS = new("KMS");
    public static readonly EncryptionType KMS_DSSE = new("KMS_DSSE");

    public EncryptionType(string value)
        : base(value)
    {
    }

    public static EncryptionType FindValue(string value) => FindValue<EncryptionType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EncryptionType?(string? value) => value is null ? null : FindValue(value);
}

public class FindingSeverity : ConstantClass
{
    public static readonly FindingSeverity INFORMATIONAL = new("INFORMATIONAL");
    public static readonly FindingSeverity LOW = new("LOW");
    public static readonly FindingSeverity MEDIUM = new("MEDIUM");
    public static readonly FindingSeverity HIGH = new("HIGH");
    public static readonly FindingSeverity CRITICAL = new("CRITICAL");
    public static readonly FindingSeverity UNDEFINED = new("UNDEFINED");

    public FindingSeverity(string value)
        : base(value)
    {
    }

    public static FindingSeverity FindValue(string value) => FindValue<FindingSeverity>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FindingSeverity?(string? value) => value is null ? null : FindValue(value);
}

public class ImageFailureCode : ConstantClass
{
    public static readonly ImageFailureCode InvalidImageDigest = new("InvalidImageDigest");
    public static readonly ImageFailureCode InvalidImageTag = new("InvalidImageTag");
    public static readonly ImageFailureCode ImageTagDoesNotMatchDigest = new("ImageTagDoesNotMatchDigest");
    public static readonly ImageFailureCode ImageNotFound = new("ImageNotFound");
    public static readonly ImageFailureCode MissingDigestAndTag = new("MissingDigestAndTag");
    public static readonly ImageFailureCode ImageReferencedByManifestList = new("ImageReferencedByManifestList");
    public static readonly ImageFailureCode KmsError = new("KmsError");
    public static readonly ImageFailureCode UpstreamAccessDenied = new("UpstreamAccessDenied");
    public static readonly ImageFailureCode UpstreamTooManyRequests = new("UpstreamTooManyRequests");
    public static readonly ImageFailureCode UpstreamUnavailable = new("UpstreamUnavailable");
    public static readonly ImageFailureCode ImageInaccessible = new("ImageInaccessible");

    public ImageFailureCode(string value)
        : base(value)
    {
    }

    public static ImageFailureCode FindValue(string value) => FindValue<ImageFailureCode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ImageFailureCode?(string? value) => value is null ? null : FindValue(value);
}

public class ImageTagMutability : ConstantClass
{
    public static readonly ImageTagMutability MUTABLE = new("MUTABLE");
    public static readonly ImageTagMutability IMMUTABLE = new("IMMUTABLE");
    public static readonly ImageTagMutability IMMUTABLE_WITH_EXCLUSION = new("IMMUTABLE_WITH_EXCLUSION");
    public static readonly ImageTagMutability MUTABLE_WITH_EXCLUSION = new("MUTABLE_WITH_EXCLUSION");

    public ImageTagMutability(string value)
        : base(value)
    {
    }

    public static ImageTagMutability FindValue(string value) => FindValue<ImageTagMutability>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ImageTagMutability?(string? value) => value is null ? null : FindValue(value);
}

public class ScanStatus : ConstantClass
{
    public static readonly ScanStatus IN_PROGRESS = new("IN_PROGRESS");
    public static readonly ScanStatus COMPLETE = new("COMPLETE");
    public static readonly ScanStatus FAILED = new("FAILED");
    public static readonly ScanStatus UNSUPPORTED_IMAGE = new("UNSUPPORTED_IMAGE");
    public static readonly ScanStatus ACTIVE = new("ACTIVE");
    public static readonly ScanStatus PENDING = new("PENDING");
    public static readonly ScanStatus SCAN_ELIGIBILITY_EXPIRED = new("SCAN_ELIGIBILITY_EXPIRED");
    public static readonly ScanStatus FINDINGS_UNAVAILABLE = new("FINDINGS_UNAVAILABLE");
    public static readonly ScanStatus LIMIT_EXCEEDED = new("LIMIT_EXCEEDED");
    public static readonly ScanStatus IMAGE_ARCHIVED = new("IMAGE_ARCHIVED");

    public ScanStatus(string value)
        : base(value)
    {
    }

    public static ScanStatus FindValue(string value) => FindValue<ScanStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ScanStatus?(string? value) => value is null ? null : FindValue(value);
}

public class TagStatus : ConstantClass
{
    public static readonly TagStatus TAGGED = new("TAGGED");
    public static readonly TagStatus UNTAGGED = new("UNTAGGED");
    public static readonly TagStatus ANY = new("ANY");

    public TagStatus(string value)
        : base(value)
    {
    }

    public static TagStatus FindValue(string value) => FindValue<TagStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TagStatus?(string? value) => value is null ? null : FindValue(value);
}
