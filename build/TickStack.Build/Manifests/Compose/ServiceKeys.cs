using TickStack.Build.Documents;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

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
