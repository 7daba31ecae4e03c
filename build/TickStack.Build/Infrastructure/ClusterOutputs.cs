namespace TickStack.Build.Infrastructure;

/// <summary>Outputs of terraform/cluster. "Service" keys are "influxdb" and "tick"; "component" keys are the four images' names.</summary>
public sealed record ClusterOutputs
{
    public required string ClusterName { get; init; }

    public required string CapacityProvider { get; init; }

    public required string VpcId { get; init; }

    public required string AvailabilityZone { get; init; }

    public required IReadOnlyList<string> SubnetIds { get; init; }

    public required string DataVolumeId { get; init; }

    /// <summary>Service → security group id.</summary>
    public required IReadOnlyDictionary<string, string> SecurityGroupIds { get; init; }

    /// <summary>Service → role that its containers act as.</summary>
    public required IReadOnlyDictionary<string, string> TaskRoleArns { get; init; }

    /// <summary>Service → role that ECS pulls images and reads secrets with.</summary>
    public required IReadOnlyDictionary<string, string> ExecutionRoleArns { get; init; }

    /// <summary>Component → log group name.</summary>
    public required IReadOnlyDictionary<string, string> LogGroups { get; init; }

    /// <summary>Service → Cloud Map service.</summary>
    public required IReadOnlyDictionary<string, CloudMapService> ServiceRegistries { get; init; }

    /// <summary>Secret name ("influxdb_admin_password", …) → ARN. Never a value.</summary>
    public required IReadOnlyDictionary<string, string> SecretArns { get; init; }
}
