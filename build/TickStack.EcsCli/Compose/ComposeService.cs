namespace TickStack.EcsCli.Compose;

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

/// <summary>Reads one key of a service into the service.</summary>
internal delegate ComposeService ServiceKeyReading(ComposeService service, DocumentValue value, ReadingContext context);

/// <param name="Versions">Those that know the key.</param>
/// <param name="Read">Null: the key is known, but means nothing to ECS; it is skipped with a warning.</param>
/// <param name="Elsewhere">Where the same is said in a version that does not know the key.</param>
internal sealed record ServiceKey(ComposeVersions Versions, ServiceKeyReading? Read, string? Elsewhere = null);

/// <summary>Every key that a service may have: which versions know it, and what it becomes.</summary>
internal static class ServiceKeys
{
    private const string InEcsParams = "set it for the service in ecs-params.yml";

    // Above the table, which is made of it.
    private static readonly ServiceKey Skipped = new(ComposeVersions.All, null);

    public static IReadOnlyDictionary<string, ServiceKey> Table { get; } = new Dictionary<string, ServiceKey>
    {
        ["image"] = All((service, value) => service with { Image = value.Text() }),
        ["command"] = All((service, value) => service with { Command = value.Words() }),
        ["entrypoint"] = All((service, value) => service with { EntryPoint = value.Words() }),
        ["hostname"] = All((service, value) => service with { Hostname = value.Text() }),
        ["user"] = All((service, value) => service with { User = value.Text() }),
        ["working_dir"] = All((service, value) => service with { WorkingDirectory = value.Text() }),
        ["privileged"] = All((service, value) => service with { Privileged = value.Flag() }),
        ["read_only"] = All((service, value) => service with { ReadOnly = value.Flag() }),
        ["tty"] = All((service, value) => service with { Terminal = value.Flag() }),
        ["labels"] = All((service, value) => service with { Labels = EnvironmentSyntax.Labels(value) }),
        ["environment"] = All((service, value, context) => service with { OwnEnvironment = EnvironmentSyntax.Own(value, context) }),
        ["env_file"] = All((service, value, context) => service with { FileEnvironment = EnvironmentSyntax.Files(value, context) }),

        ["links"] = All((service, value) => service with { Links = NetworkSyntax.Links(value) }),
        ["ports"] = All((service, value, context) => service with { Ports = PortSyntax.Read(value, context) }),
        ["extra_hosts"] = All((service, value) => service with { ExtraHosts = NetworkSyntax.ExtraHosts(value) }),
        ["dns"] = All((service, value) => service with { DnsServers = value.TextOrList() }),
        ["dns_search"] = All((service, value) => service with { DnsSearchDomains = value.TextOrList() }),

        ["volumes"] = All((service, value) => service with { Mounts = MountSyntax.Read(value) }),
        ["volumes_from"] = OfOneAndTwo((service, value) => service with { VolumesFrom = MountSyntax.VolumesFrom(value) }, "give both the same volumes"),
        ["tmpfs"] = All((service, value) => service with { Tmpfs = TmpfsSyntax.Read(value) }),
        ["devices"] = All((service, value) => service with { Devices = DeviceSyntax.Read(value) }),
        ["shm_size"] = All((service, value) => service with { SharedMemorySize = value.Mebibytes(1) }),

        ["cpu_shares"] = OfOneAndTwo((service, value) => service with { CpuShares = value.WholeNumber(0) }, InEcsParams),
        ["mem_limit"] = OfOneAndTwo((service, value) => service with { MemoryLimit = Memory(value) }, InEcsParams),
        ["mem_reservation"] = OfOneAndTwo((service, value) => service with { MemoryReservation = Memory(value) }, InEcsParams),
        ["deploy"] = All((service, value) => DeploySyntax.Read(service, value)),
        ["ulimits"] = All((service, value) => service with { ResourceLimits = ResourceLimitSyntax.Read(value) }),
        ["sysctls"] = OfTwoAndThree((service, value) => service with { KernelParameters = EnvironmentSyntax.KernelParameters(value) }),
        ["cap_add"] = All((service, value) => service with { AddedCapabilities = value.Texts() }),
        ["cap_drop"] = All((service, value) => service with { DroppedCapabilities = value.Texts() }),
        ["security_opt"] = All((service, value) => service with { SecurityOptions = value.Texts() }),

        ["logging"] = OfTwoAndThree((service, value) => service with { Logging = LoggingSyntax.Section(value) }, "write log_driver and log_opt"),
        ["log_driver"] = OfOne((service, value) => service with { Logging = LoggingSyntax.Driver(service.Logging, value) }, "write logging.driver"),
        ["log_opt"] = OfOne((service, value) => service with { Logging = LoggingSyntax.Options(service.Logging, value) }, "write logging.options"),
        ["healthcheck"] = OfTwoAndThree((service, value) => service with { HealthCheck = HealthProbeSyntax.Compose(value) }, InEcsParams),
        ["stop_grace_period"] = OfTwoAndThree((service, value) => service with { StopTimeout = value.Seconds(1) }),
        ["extends"] = OfOneAndTwo((service, value) => service with { Extension = ExtensionSyntax.Read(value) }, "use YAML's merge key: <<: *anchor"),

        ["build"] = Skipped,
        ["configs"] = Skipped,
        ["container_name"] = Skipped,
        ["depends_on"] = Skipped,
        ["expose"] = Skipped,
        ["init"] = Skipped,
        ["network_mode"] = Skipped,
        ["networks"] = Skipped,
        ["restart"] = Skipped,
        ["secrets"] = Skipped,
    };

    private static ServiceKey All(ServiceKeyReading read) => new(ComposeVersions.All, read);

    private static ServiceKey All(Func<ComposeService, DocumentValue, ComposeService> read) => Of(ComposeVersions.All, read, null);

    private static ServiceKey OfOne(Func<ComposeService, DocumentValue, ComposeService> read, string elsewhere) => Of(ComposeVersions.One, read, elsewhere);

    private static ServiceKey OfOneAndTwo(Func<ComposeService, DocumentValue, ComposeService> read, string elsewhere) =>
        Of(ComposeVersions.One | ComposeVersions.Two, read, elsewhere);

    private static ServiceKey OfTwoAndThree(Func<ComposeService, DocumentValue, ComposeService> read, string? elsewhere = null) =>
        Of(ComposeVersions.Two | ComposeVersions.Three, read, elsewhere);

    private static ServiceKey Of(ComposeVersions versions, Func<ComposeService, DocumentValue, ComposeService> read, string? elsewhere) =>
        new(versions, (service, value, _) => read(service, value), elsewhere);

    private static Located<int>? Memory(DocumentValue value) =>
        value.Mebibytes(MemorySize.ContainerMinimum) is { } mebibytes ? new Located<int>(mebibytes, value.Location) : null;
}

/// <summary>Reads one service of a compose file by the table of keys.</summary>
internal sealed class ServiceReader(ComposeVersions version, ReadingContext context)
{
    public ComposeService Read(string name, DocumentValue value)
    {
        var service = new ComposeService(name, value.Location);
        // deploy comes last: it may say again what another key has said.
        foreach (var (entry, item) in value.Entries().OrderBy(pair => pair.Key.Key == "deploy"))
        {
            service = Key(service, entry, item);
        }

        return service;
    }

    private ComposeService Key(ComposeService service, MappingEntry entry, DocumentValue value)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        if (entry.Key.StartsWith("x-", StringComparison.Ordinal))
        {
            return service;
        }

        if (!ServiceKeys.Table.TryGetValue(entry.Key, out var key))
        {
            context.Problems.Add($"{value.Path} is not a known key", Suggestion.Remedy(entry.Key, [.. KeysOfVersion()]), entry.Location);
        }
        else if (!key.Versions.HasFlag(version))
        {
            context.Problems.Add($"{value.Path} is not a key of version {VersionNumber()}", key.Elsewhere, entry.Location);
        }
        else if (key.Read is null)
        {
            context.Warnings.Add($"{value.Path} means nothing to ECS: it is skipped", null, entry.Location);
        }
        else if (value.Node is not ScalarNode { IsNull: true })
        {
            return key.Read(service, value, context);
        }

        return service;
    }

    private IEnumerable<string> KeysOfVersion() => ServiceKeys.Table.Where(pair => pair.Value.Versions.HasFlag(version)).Select(pair => pair.Key);

    private int VersionNumber() => version switch
    {
        ComposeVersions.One => 1,
        ComposeVersions.Two => 2,
        _ => 3,
    };
}
