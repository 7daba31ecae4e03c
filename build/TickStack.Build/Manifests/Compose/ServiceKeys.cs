using TickStack.Build.Documents;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>Every key that a service may have: which versions know it, and what it becomes.</summary>
internal static class ServiceKeys
{
    private const ComposeVersions OneAndTwo = ComposeVersions.One | ComposeVersions.Two;
    private const ComposeVersions TwoAndThree = ComposeVersions.Two | ComposeVersions.Three;
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
        ["volumes_from"] = new(OneAndTwo, (service, value, _) => service with { VolumesFrom = MountSyntax.VolumesFrom(value) }, "give both services the same volumes"),
        ["tmpfs"] = All((service, value) => service with { Tmpfs = TmpfsSyntax.Read(value) }),
        ["devices"] = All((service, value) => service with { Devices = DeviceSyntax.Read(value) }),
        ["shm_size"] = All((service, value) => service with { SharedMemorySize = value.Mebibytes(1) }),

        ["cpu_shares"] = new(OneAndTwo, (service, value, _) => service with { CpuShares = value.WholeNumber(0) }, InEcsParams),
        ["mem_limit"] = new(OneAndTwo, (service, value, _) => service with { MemoryLimit = Memory(value) }, InEcsParams),
        ["mem_reservation"] = new(OneAndTwo, (service, value, _) => service with { MemoryReservation = Memory(value) }, InEcsParams),
        ["deploy"] = new(ComposeVersions.Three, (service, value, _) => DeploySyntax.Read(service, value)),
        ["ulimits"] = All((service, value) => service with { ResourceLimits = ResourceLimitSyntax.Read(value) }),
        ["sysctls"] = new(TwoAndThree, (service, value, _) => service with { KernelParameters = EnvironmentSyntax.KernelParameters(value) }),
        ["cap_add"] = All((service, value) => service with { AddedCapabilities = value.Texts() }),
        ["cap_drop"] = All((service, value) => service with { DroppedCapabilities = value.Texts() }),
        ["security_opt"] = All((service, value) => service with { SecurityOptions = value.Texts() }),

        ["logging"] = new(TwoAndThree, (service, value, _) => service with { Logging = LoggingSyntax.Section(value) }, "write log_driver and log_opt"),
        ["log_driver"] = new(ComposeVersions.One, (service, value, _) => service with { Logging = LoggingSyntax.Driver(service.Logging, value) }, "write logging.driver"),
        ["log_opt"] = new(ComposeVersions.One, (service, value, _) => service with { Logging = LoggingSyntax.Options(service.Logging, value) }, "write logging.options"),
        ["healthcheck"] = new(TwoAndThree, (service, value, _) => service with { HealthCheck = HealthProbeSyntax.Compose(value) }, InEcsParams),
        ["stop_grace_period"] = new(TwoAndThree, (service, value, _) => service with { StopTimeout = value.Seconds(1) }),
        ["extends"] = new(OneAndTwo, (service, value, _) => service with { Extension = ExtensionSyntax.Read(value) }, "use YAML's merge key: <<: *anchor"),

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

    private static ServiceKey All(Func<ComposeService, DocumentValue, ComposeService> read) => new(ComposeVersions.All, (service, value, _) => read(service, value));

    private static ServiceKey All(ServiceKeyReading read) => new(ComposeVersions.All, read);

    private static Located<int>? Memory(DocumentValue value) =>
        value.Mebibytes(MemorySize.ContainerMinimum) is { } mebibytes ? new Located<int>(mebibytes, value.Location) : null;
}
