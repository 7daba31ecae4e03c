using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

public class DescribeSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>Name or ARN.</summary>
    public string? SecretId { get; set; }
}

public class DescribeSecretResponse : AmazonWebServiceResponse
{
    public string? ARN { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    /// <summary>Key or alias; null for the account's own aws/secretsmanager key.</summary>
    public string? KmsKeyId { get; set; }

    public bool? RotationEnabled { get; set; }

    public string? RotationLambdaARN { get; set; }

    public RotationRulesType? RotationRules { get; set; }

    public DateTime? LastRotatedDate { get; set; }

    public DateTime? LastChangedDate { get; set; }

    /// <summary>The day alone: the time is midnight.</summary>
    public DateTime? LastAccessedDate { get; set; }

    /// <summary>When it was marked for deletion; null unless it was.</summary>
    public DateTime? DeletedDate { get; set; }

    public DateTime? NextRotationDate { get; set; }

    public List<Tag>? Tags { get; set; }

    /// <summary>As in AWSCURRENT and AWSPREVIOUS; none before the first value is put.</summary>
    public Dictionary<string, List<string>>? VersionIdsToStages { get; set; }

    /// <summary>The AWS service that made it, if one did.</summary>
    public string? OwningService { get; set; }

    public DateTime? CreatedDate { get; set; }

    /// <summary>Only of a secret that is replicated.</summary>
    public string? PrimaryRegion { get; set; }

    public List<ReplicationStatusType>? ReplicationStatus { get; set; }
}

public class ReplicationStatusType
{
    public string? Region { get; set; }

    public string? KmsKeyId { get; set; }

    public StatusType? Status { get; set; }

    public string? StatusMessage { get; set; }

    public DateTime? LastAccessedDate { get; set; }
}

public class RotationRulesType
{
    public long? AutomaticallyAfterDays { get; set; }

    /// <summary>As in "3h".</summary>
    public string? Duration { get; set; }

    /// <summary>A rate(…) or cron(…).</summary>
    public string? ScheduleExpression { get; set; }
}

public class Tag
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}
