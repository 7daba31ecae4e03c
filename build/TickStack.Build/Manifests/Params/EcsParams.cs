using TickStack.Build.Errors;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Params;

/// <summary>An ecs-params.yml, checked. Null and empty mean that the file says nothing.</summary>
public sealed record EcsParams(string File)
{
    public string? TaskRoleArn { get; init; }

    public string? ExecutionRoleArn { get; init; }

    /// <summary>"none", "bridge", "host" or "awsvpc".</summary>
    public Located<string>? NetworkMode { get; init; }

    /// <summary>"task" or "host".</summary>
    public string? PidMode { get; init; }

    /// <summary>"task", "host" or "none".</summary>
    public string? IpcMode { get; init; }

    /// <summary>CPU units or "0.5 vCPU", as written.</summary>
    public string? TaskCpu { get; init; }

    /// <summary>MiB or "2GB", as written.</summary>
    public string? TaskMemory { get; init; }

    /// <summary><see cref="TaskMemory"/> in MiB.</summary>
    public int? TaskMebibytes => TaskMemory is null ? null : MemorySize.TaskMebibytes(TaskMemory);

    public IReadOnlyList<PlacementRule> TaskPlacementConstraints { get; init; } = [];

    /// <summary>By name of the compose file's service.</summary>
    public IReadOnlyDictionary<string, ServiceParams> Services { get; init; } = new Dictionary<string, ServiceParams>();

    public IReadOnlyList<DockerVolume> DockerVolumes { get; init; } = [];

    public IReadOnlyList<EfsVolume> EfsVolumes { get; init; } = [];

    public NetworkParams? Network { get; init; }

    public IReadOnlyList<PlacementRule> PlacementStrategy { get; init; } = [];

    public IReadOnlyList<PlacementRule> PlacementConstraints { get; init; } = [];

    public ServiceDiscoveryParams? ServiceDiscovery { get; init; }

    public static EcsParams None { get; } = new("ecs-params.yml");

    public SourceLocation Start => new(File, 1, 1);
}
