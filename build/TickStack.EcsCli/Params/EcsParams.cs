namespace TickStack.EcsCli.Params;

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

/// <summary>Reads an ecs-params.yml of version 1 strictly.</summary>
public sealed partial class EcsParamsReader(ReadingContext context)
{
    private static readonly string[] Sections = ["version", "task_definition", "run_params"];

    /// <returns>As much as could be read; the context's problems say whether that is all.</returns>
    /// <exception cref="FailureException">The file is not YAML.</exception>
    public EcsParams Read(ManifestSource source)
    {
        var root = source.Root("ecs-params file", root => Sections.Any(key => root.Find(key) is not null), context).Mapping();
        if (root.Required("version") is { } version && version.Node is not ScalarNode { Value: "1" })
        {
            version.Problem($"must be 1, but is {version.Node.Kind}");
        }

        var result = new EcsParams(source.File);
        result = root.Optional("task_definition")?.Mapping() is { } task ? Task(result, task) : result;
        result = root.Optional("run_params")?.Mapping() is { } run ? Run(result, run) : result;
        root.Done();
        return result;
    }

    private static EcsParams Task(EcsParams result, MappingReader task)
    {
        var mode = task.Optional("ecs_network_mode");
        var size = task.Optional("task_size")?.Mapping();
        result = result with
        {
            NetworkMode = mode?.Choice("none", "bridge", "host", "awsvpc") is { } name ? new Located<string>(name, mode.Location) : null,
            TaskRoleArn = task.Optional("task_role_arn")?.Text(),
            ExecutionRoleArn = task.Optional("task_execution_role")?.Text(),
            PidMode = task.Optional("pid_mode")?.Choice("task", "host"),
            IpcMode = task.Optional("ipc_mode")?.Choice("task", "host", "none"),
            TaskCpu = size?.Optional("cpu_limit")?.Text(CpuSize(), "CPU units such as 1024, or '0.5 vCPU'"),
            TaskMemory = size?.Optional("mem_limit")?.Text(MemorySizePattern(), "MiB such as 2048, or '2GB'"),
            TaskPlacementConstraints = task.Optional("placement_constraints") is { } rules ? PlacementSyntax.Constraints(rules, "memberOf") : [],
            Services = task.Optional("services") is { } services ? Services(services) : result.Services,
            DockerVolumes = task.Optional("docker_volumes")?.List().Select(VolumeParamsSyntax.Docker).OfType<DockerVolume>().ToList() ?? [],
            EfsVolumes = task.Optional("efs_volumes")?.List().Select(VolumeParamsSyntax.Efs).OfType<EfsVolume>().ToList() ?? [],
        };
        size?.Done();
        task.Done();
        return result;
    }

    private static Dictionary<string, ServiceParams> Services(DocumentValue services) =>
        services.Entries().ToDictionary(pair => pair.Key.Key, pair => ServiceParamsSyntax.Read(pair.Key, pair.Value));

    private static EcsParams Run(EcsParams result, MappingReader run)
    {
        var placement = run.Optional("task_placement")?.Mapping();
        result = result with
        {
            Network = run.Optional("network_configuration") is { } network ? NetworkParamsSyntax.Read(network) : null,
            PlacementStrategy = placement?.Optional("strategy") is { } strategy ? PlacementSyntax.Strategies(strategy) : [],
            PlacementConstraints = placement?.Optional("constraints") is { } rules ? PlacementSyntax.Constraints(rules, "memberOf", "distinctInstance") : [],
            ServiceDiscovery = run.Optional("service_discovery") is { } discovery ? ServiceDiscoverySyntax.Read(discovery) : null,
        };
        placement?.Done();
        run.Done();
        return result;
    }

    [GeneratedRegex(@"^\d+(\.\d+)?( ?vcpu)?$", RegexOptions.IgnoreCase)]
    private static partial Regex CpuSize();

    [GeneratedRegex(@"^\d+(\.\d+)?( ?gb)?$", RegexOptions.IgnoreCase)]
    private static partial Regex MemorySizePattern();
}
