using Amazon.ECS;
using Amazon.ECS.Model;
using EnvironmentVariable = Amazon.ECS.Model.KeyValuePair;

namespace TickStack.EcsCli.Translation;

/// <summary>One service of the compose file, with what ecs-params says about it, as a container definition.</summary>
internal sealed class ContainerTranslator(ComposeService service, EcsParams ecsParams, VolumeTranslator volumes, ProblemLog problems)
{
    private readonly ServiceParams containerParams = ecsParams.Services.GetValueOrDefault(service.Name) ?? new ServiceParams(service.Name, service.Location);

    public ContainerDefinition Translate()
    {
        var memory = ContainerMemory.Of(service, containerParams, ecsParams.TaskMebibytes, problems);
        return new ContainerDefinition
        {
            Name = service.Name,
            Image = service.Image,
            Essential = containerParams.Essential,
            Cpu = containerParams.CpuShares ?? service.CpuShares,
            Memory = memory.Limit,
            MemoryReservation = memory.Reservation,
            Command = service.Command?.OrNull(),
            EntryPoint = service.EntryPoint?.OrNull(),
            Hostname = service.Hostname,
            User = service.User,
            WorkingDirectory = service.WorkingDirectory,
            Privileged = service.Privileged,
            ReadonlyRootFilesystem = service.ReadOnly,
            PseudoTerminal = service.Terminal,
            StopTimeout = service.StopTimeout,
            Links = service.Links.Select(link => link.Value).OrNull(),
            PortMappings = service.Ports.Select(PortMapping).OrNull(),
            ExtraHosts = service.ExtraHosts.Select(host => new HostEntry { Hostname = host.Name, IpAddress = host.Address }).OrNull(),
            DnsServers = service.DnsServers.OrNull(),
            DnsSearchDomains = service.DnsSearchDomains.OrNull(),
            DockerSecurityOptions = service.SecurityOptions.OrNull(),
            DockerLabels = service.Labels.OrNull(),
            Environment = Sorted(service.Environment).Select(pair => new EnvironmentVariable { Name = pair.Key, Value = pair.Value }).OrNull(),
            MountPoints = service.Mounts.Select(volumes.Translate).OrNull(),
            VolumesFrom = service.VolumesFrom.Select(VolumeFrom).OrNull(),
            Ulimits = service.ResourceLimits.OrderBy(limit => limit.Name, StringComparer.Ordinal).Select(Ulimit).OrNull(),
            SystemControls = Sorted(service.KernelParameters).Select(pair => new SystemControl { Namespace = pair.Key, Value = pair.Value }).OrNull(),
            LinuxParameters = Linux(),
            HealthCheck = HealthCheck(),
            LogConfiguration = Logging(),
            Secrets = containerParams.Secrets.Select(Secret).OrNull(),
            DependsOn = containerParams.DependsOn.Select(on => new ContainerDependency { ContainerName = on.Container, Condition = on.Condition }).OrNull(),
            ResourceRequirements = containerParams.Gpu is { } gpu ? [new ResourceRequirement { Type = ResourceType.GPU, Value = gpu }] : null,
            RepositoryCredentials = containerParams.RepositoryCredentials is { } arn ? new RepositoryCredentials { CredentialsParameter = arn } : null,
            FirelensConfiguration = containerParams.LogRouter is { } router ? Firelens(router) : null,
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Sorted(IReadOnlyDictionary<string, string> map) =>
        map.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private static PortMapping PortMapping(Port port) => new() { ContainerPort = port.Container, HostPort = port.Host, Protocol = port.Protocol };

    private static VolumeFrom VolumeFrom(SharedVolumes from) => new() { SourceContainer = from.Container, ReadOnly = from.ReadOnly ? true : null };

    private static FirelensConfiguration Firelens(LogRouter router) => new() { Type = router.Type, Options = router.Options.OrNull() };

    private static Tmpfs Tmpfs(TmpfsMount mount) => new() { ContainerPath = mount.ContainerPath, Size = mount.Size, MountOptions = mount.Options.OrNull() };

    private static Device Device(DeviceMapping device) => new()
    {
        HostPath = device.HostPath,
        ContainerPath = device.ContainerPath,
        Permissions = device.Permissions.OrNull(),
    };

    private static KernelCapabilities Capabilities(ComposeService service) => new()
    {
        Add = service.AddedCapabilities.OrNull(),
        Drop = service.DroppedCapabilities.OrNull(),
    };

    private static Ulimit Ulimit(ResourceLimit limit) => new() { Name = limit.Name, SoftLimit = limit.Soft, HardLimit = limit.Hard };

    private static Secret Secret(SecretReference secret) => new() { Name = secret.Name, ValueFrom = secret.ValueFrom };

    private LinuxParameters? Linux()
    {
        var hasCapabilities = service.AddedCapabilities.Count + service.DroppedCapabilities.Count > 0;
        var isEmpty = !hasCapabilities && service is { Devices.Count: 0, Tmpfs.Count: 0, SharedMemorySize: null } && containerParams.InitProcess is null;
        return isEmpty ? null : new LinuxParameters
        {
            Capabilities = hasCapabilities ? Capabilities(service) : null,
            Devices = service.Devices.Select(Device).OrNull(),
            Tmpfs = service.Tmpfs.Select(Tmpfs).OrNull(),
            SharedMemorySize = service.SharedMemorySize,
            InitProcessEnabled = containerParams.InitProcess,
        };
    }

    private HealthCheck? HealthCheck()
    {
        var probe = service.HealthCheck?.OverriddenBy(containerParams.HealthCheck) ?? containerParams.HealthCheck;
        if (probe is null or { IsDisabled: true })
        {
            return null;
        }

        if (probe.Command is null)
        {
            problems.Add($"the health check of '{service.Name}' has no command", "add test: [\"CMD\", …]", probe.Location);
        }

        return new HealthCheck
        {
            Command = probe.Command?.OrNull(),
            Interval = probe.Interval,
            Timeout = probe.Timeout,
            Retries = probe.Retries,
            StartPeriod = probe.StartPeriod,
        };
    }

    private LogConfiguration? Logging()
    {
        if (service.Logging is { Driver: { } driver } logging)
        {
            var secrets = containerParams.LogSecrets.Select(Secret).OrNull();
            return new LogConfiguration { LogDriver = driver, Options = logging.Options.OrNull(), SecretOptions = secrets };
        }

        if (service.Logging is { } incomplete)
        {
            problems.Add($"the logging of '{service.Name}' names no driver", null, incomplete.Location);
        }
        else if (containerParams.LogSecrets is [var secret, ..])
        {
            problems.Add($"'{service.Name}' has secret log options but no log driver", "add a logging section to it in the compose file", secret.Location);
        }

        return null;
    }
}

/// <summary>Memory of a container in MiB. What ecs-params says counts over what compose says.</summary>
internal sealed record ContainerMemory(int? Limit, int? Reservation)
{
    /// <summary>What a container gets when neither it nor its task has a size; ECS demands one.</summary>
    private const int Default = 512;

    public static ContainerMemory Of(ComposeService service, ServiceParams serviceParams, int? taskMemory, ProblemLog problems)
    {
        var reservation = serviceParams.MemoryReservation ?? service.MemoryReservation ?? service.SoftReservation;
        // mem_reservation of compose is the limit too, as docker-compose has it; that of ecs-params and of deploy is not.
        var limit = serviceParams.MemoryLimit ?? service.MemoryLimit ?? (serviceParams.MemoryReservation is null ? service.MemoryReservation : null);
        if (limit is not null && reservation is not null && limit.Value < reservation.Value)
        {
            problems.Add(
                $"'{service.Name}' is limited to {limit.Value} MiB but reserves {reservation.Value} MiB",
                "the limit must be at least the reservation",
                limit.Location);
        }

        if ((limit ?? reservation) is { } own && own.Value > taskMemory)
        {
            problems.Add(
                $"'{service.Name}' may use {own.Value} MiB, but its task has {taskMemory} MiB",
                "raise task_size.mem_limit, or lower the container's",
                own.Location);
        }

        var needsDefault = limit is null && reservation is null && taskMemory is null;
        return new ContainerMemory(needsDefault ? Default : limit?.Value, reservation?.Value);
    }
}

/// <summary>ECS takes an absent member for an empty one, so nothing empty is sent.</summary>
internal static class OptionalMembers
{
    public static List<T>? OrNull<T>(this IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;

    /// <summary>Sorted by key: the order in which a mapping was written makes no difference.</summary>
    public static Dictionary<string, string>? OrNull(this IReadOnlyDictionary<string, string> map) =>
        map.Count == 0 ? null : map.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
}
