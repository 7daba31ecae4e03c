namespace TickStack.Build.Settings;

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
