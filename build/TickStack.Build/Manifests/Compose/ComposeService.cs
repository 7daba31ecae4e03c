using TickStack.Build.Errors;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>A service of a compose file: one container of the task. Null and empty mean that the file says nothing.</summary>
public sealed record ComposeService(string Name, SourceLocation Location)
{
    public string? Image { get; init; }

    public IReadOnlyList<string>? Command { get; init; }

    public IReadOnlyList<string>? EntryPoint { get; init; }

    public string? Hostname { get; init; }

    public string? User { get; init; }

    public string? WorkingDirectory { get; init; }

    public bool? Privileged { get; init; }

    public bool? ReadOnly { get; init; }

    public bool? Terminal { get; init; }

    /// <summary>"container" or "container:alias".</summary>
    public IReadOnlyList<Located<string>> Links { get; init; } = [];

    public IReadOnlyList<string> SecurityOptions { get; init; } = [];

    public IReadOnlyList<string> AddedCapabilities { get; init; } = [];

    public IReadOnlyList<string> DroppedCapabilities { get; init; } = [];

    public IReadOnlyList<string> DnsServers { get; init; } = [];

    public IReadOnlyList<string> DnsSearchDomains { get; init; } = [];

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>From env_file; the later file counts.</summary>
    public IReadOnlyDictionary<string, string> FileEnvironment { get; init; } = new Dictionary<string, string>();

    /// <summary>From environment, which counts over env_file.</summary>
    public IReadOnlyDictionary<string, string> OwnEnvironment { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ExtraHost> ExtraHosts { get; init; } = [];

    public IReadOnlyList<Port> Ports { get; init; } = [];

    public IReadOnlyList<Mount> Mounts { get; init; } = [];

    public IReadOnlyList<SharedVolumes> VolumesFrom { get; init; } = [];

    public IReadOnlyList<DeviceMapping> Devices { get; init; } = [];

    public IReadOnlyList<TmpfsMount> Tmpfs { get; init; } = [];

    public IReadOnlyList<ResourceLimit> ResourceLimits { get; init; } = [];

    public IReadOnlyDictionary<string, string> KernelParameters { get; init; } = new Dictionary<string, string>();

    public LogDriverSettings? Logging { get; init; }

    /// <summary>CPU units.</summary>
    public int? CpuShares { get; init; }

    /// <summary>MiB.</summary>
    public Located<int>? MemoryLimit { get; init; }

    /// <summary>MiB. Without a limit it is the limit too, as docker-compose has it.</summary>
    public Located<int>? MemoryReservation { get; init; }

    /// <summary>MiB, from deploy.resources.reservations: it limits nothing.</summary>
    public Located<int>? SoftReservation { get; init; }

    /// <summary>MiB.</summary>
    public int? SharedMemorySize { get; init; }

    /// <summary>Seconds.</summary>
    public int? StopTimeout { get; init; }

    public HealthProbe? HealthCheck { get; init; }

    /// <summary>From deploy.replicas. All containers live in one task, so that all must agree.</summary>
    public Located<int>? Replicas { get; init; }

    /// <summary>The service that this one extends.</summary>
    public ServiceExtension? Extension { get; init; }

    public IReadOnlyDictionary<string, string> Environment => FileEnvironment.OverriddenBy(OwnEnvironment);
}
