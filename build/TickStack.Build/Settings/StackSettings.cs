namespace TickStack.Build.Settings;

/// <summary>Everything a run is told: the environment's file, then environment variables, then options. Immutable.</summary>
public sealed record StackSettings
{
    /// <summary>Stands in production.json until someone puts the real account there.</summary>
    public const string PlaceholderAccount = "000000000000";

    /// <summary>Name of the environment, which is the file's name without ".json".</summary>
    public required string Environment { get; init; }

    public required CloudKind Cloud { get; init; }

    /// <summary>Twelve digits. The caller's identity is compared with it before anything else.</summary>
    public required string Account { get; init; }

    public required string Region { get; init; }

    /// <summary>Prefix of every resource's name: 2–21 lower-case letters, digits and hyphens, a letter first.</summary>
    public required string Name { get; init; }

    /// <summary>S3 bucket that holds Terraform's state.</summary>
    public required string StateBucket { get; init; }

    public required ImageSettings Images { get; init; }

    public required InfrastructureSettings Infrastructure { get; init; }

    public required RolloutSettings Rollout { get; init; }
}

public enum CloudKind
{
    /// <summary>The embedded emulator, engine and registry.</summary>
    Sandbox,

    /// <summary>A real AWS account.</summary>
    Aws,
}

/// <summary>What is baked into the images at build time.</summary>
public sealed record ImageSettings
{
    /// <summary>The instance's architecture in EC2's terms: "x86_64" or "arm64".</summary>
    public required string Architecture { get; init; }

    /// <summary>S3 bucket that backups of InfluxDB go to (build argument BACKUP_BUCKET).</summary>
    public required string BackupBucket { get; init; }

    /// <summary>S3 bucket that logs and exports go to (build argument LOGS_BUCKET).</summary>
    public required string LogsBucket { get; init; }

    /// <summary>Component → base image that takes the place of the Dockerfile's; for a mirror of Docker Hub. Usually empty.</summary>
    public IReadOnlyDictionary<string, string> BaseImages { get; init; } = new Dictionary<string, string>();
}

/// <summary>The variables of terraform/cluster that differ between environments.</summary>
public sealed record InfrastructureSettings
{
    /// <summary>Null: the account's default VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>Subnets of that VPC for the instance and the tasks, all in one zone. Empty: every subnet of the zone.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>Zone of the volume and of the instance. Null: the first zone that has a subnet. Must never change once the volume exists.</summary>
    public string? AvailabilityZone { get; init; }

    public required string InstanceType { get; init; }

    /// <summary>Machine image of the instance. Null: the newest ECS-optimized Amazon Linux 2023.</summary>
    public string? ImageId { get; init; }

    /// <summary>GiB.</summary>
    public required int DataVolumeSize { get; init; }

    /// <summary>Private DNS namespace in which InfluxDB gets its name. Two stacks in one VPC need two.</summary>
    public string PrivateNamespace { get; init; } = "monitoring";

    /// <summary>Public DNS namespace in which Chronograf gets its name.</summary>
    public required string PublicDomain { get; init; }

    public required int LogRetentionDays { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>How long a rollout may take and how it is watched.</summary>
public sealed record RolloutSettings
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Hard deadline of one service's rollout.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
