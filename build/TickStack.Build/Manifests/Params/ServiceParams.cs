using TickStack.Build.Errors;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Params;

/// <summary>What ecs-params says about one container; its numbers count over those of the compose file.</summary>
public sealed record ServiceParams(string Name, SourceLocation Location)
{
    public bool Essential { get; init; } = true;

    /// <summary>CPU units.</summary>
    public int? CpuShares { get; init; }

    /// <summary>MiB.</summary>
    public Located<int>? MemoryLimit { get; init; }

    /// <summary>MiB.</summary>
    public Located<int>? MemoryReservation { get; init; }

    public bool? InitProcess { get; init; }

    /// <summary>Number of GPUs.</summary>
    public string? Gpu { get; init; }

    /// <summary>Secret or parameter with the user and password of a private registry.</summary>
    public string? RepositoryCredentials { get; init; }

    public HealthProbe? HealthCheck { get; init; }

    public IReadOnlyList<Dependency> DependsOn { get; init; } = [];

    public LogRouter? LogRouter { get; init; }

    public IReadOnlyList<SecretReference> Secrets { get; init; } = [];

    public IReadOnlyList<SecretReference> LogSecrets { get; init; } = [];
}
