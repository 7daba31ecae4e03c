using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Params;

/// <summary>The Cloud Map service that the tasks register in. It exists already; this says which one it is.</summary>
public sealed record ServiceDiscoveryParams(string ServiceName, SourceLocation Location)
{
    /// <summary>"private" or "public".</summary>
    public required string Visibility { get; init; }

    public string? NamespaceId { get; init; }

    public string? NamespaceName { get; init; }

    /// <summary>"A" or "SRV"; null: what the network mode allows.</summary>
    public string? RecordType { get; init; }

    public string? ContainerName { get; init; }

    public int? ContainerPort { get; init; }
}
