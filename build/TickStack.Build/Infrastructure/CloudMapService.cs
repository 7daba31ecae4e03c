namespace TickStack.Build.Infrastructure;

/// <summary>A Cloud Map service that an ECS service registers its tasks in.</summary>
public sealed record CloudMapService
{
    public required string Arn { get; init; }

    /// <summary>Name within the namespace, as in "influxdb" of "influxdb.monitoring".</summary>
    public required string Name { get; init; }

    public required string NamespaceId { get; init; }

    public required string NamespaceName { get; init; }

    /// <summary>"private" or "public".</summary>
    public required string Visibility { get; init; }

    public string DnsName => $"{Name}.{NamespaceName}";
}
