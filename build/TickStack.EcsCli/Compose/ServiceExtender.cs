namespace TickStack.EcsCli.Compose;

/// <summary>Resolves extends. As in docker-compose, links and volumes_from are not inherited, lists are joined, and what has keys is overridden
/// key by key.</summary>
internal sealed class ServiceExtender(IReadOnlyList<ComposeService> services, ComposeReader reader, ReadingContext context)
{
    private const string InGeneral = "this is wrong in a compose file, or means nothing to ECS";

    private readonly Dictionary<string, ComposeService> extended = [];

    public IReadOnlyList<ComposeService> Extend() => [.. services.Select(service => Extend(service, []))];

    private ComposeService Extend(ComposeService service, IReadOnlyList<string> path)
    {
        if (extended.TryGetValue(service.Name, out var known))
        {
            return known;
        }

        var result = service.Extension is { } extension && Base(service, extension, [.. path, service.Name]) is { } parent ? Join(parent, service) : service;
        return extended[service.Name] = result;
    }

    private ComposeService? Base(ComposeService service, ServiceExtension extension, IReadOnlyList<string> path)
    {
        if (extension.File is { } file)
        {
            return BaseIn(file, extension);
        }

        if (path.Contains(extension.Service))
        {
            context.Problems.Add($"services extend each other in a circle: {string.Join(" → ", [.. path, extension.Service])}", null, extension.Location);
            return null;
        }

        return Find(service.Name, extension) is { } parent ? Extend(parent, path) : null;
    }

    private ComposeService? BaseIn(string file, ServiceExtension extension)
    {
        if (context.Included(file, extension.Location, InGeneral) is not { } source)
        {
            context.Problems.Add($"there is no file '{file}'", "the path is relative to the file that names it", extension.Location);
            return null;
        }

        if (!context.Open(source.File))
        {
            // In whichever file: these words quote none.
            context.Problems.Add("the file that is extended here extends this one itself", null, extension.Location with { InGeneral = null });
            return null;
        }

        var candidates = reader.Read(source).Services;
        context.Close(source.File);
        return candidates.FirstOrDefault(candidate => candidate.Name == extension.Service) ?? Missing(extension, "look there for the names that there are");
    }

    private ComposeService? Missing(ServiceExtension extension, string remedy)
    {
        context.Problems.Add($"there is no service '{extension.Service}' to extend", remedy, extension.Location);
        return null;
    }

    private ComposeService? Find(string self, ServiceExtension extension)
    {
        var names = services.Select(candidate => candidate.Name).Where(name => name != self).ToList();
        return services.FirstOrDefault(candidate => candidate.Name == extension.Service) ?? Missing(extension, Suggestion.Remedy(extension.Service, names));
    }

    private static ComposeService Join(ComposeService parent, ComposeService child) => OverrideKeys(parent, JoinLists(parent, Inherit(parent, child)));

    // What has one value.
    private static ComposeService Inherit(ComposeService parent, ComposeService child) => child with
    {
        Image = child.Image ?? parent.Image,
        Command = child.Command ?? parent.Command,
        EntryPoint = child.EntryPoint ?? parent.EntryPoint,
        Hostname = child.Hostname ?? parent.Hostname,
        User = child.User ?? parent.User,
        WorkingDirectory = child.WorkingDirectory ?? parent.WorkingDirectory,
        Privileged = child.Privileged ?? parent.Privileged,
        ReadOnly = child.ReadOnly ?? parent.ReadOnly,
        Terminal = child.Terminal ?? parent.Terminal,
        Logging = child.Logging ?? parent.Logging,
        CpuShares = child.CpuShares ?? parent.CpuShares,
        MemoryLimit = child.MemoryLimit ?? parent.MemoryLimit,
        MemoryReservation = child.MemoryReservation ?? parent.MemoryReservation,
        SoftReservation = child.SoftReservation ?? parent.SoftReservation,
        Replicas = child.Replicas ?? parent.Replicas,
        SharedMemorySize = child.SharedMemorySize ?? parent.SharedMemorySize,
        StopTimeout = child.StopTimeout ?? parent.StopTimeout,
    };

    private static ComposeService JoinLists(ComposeService parent, ComposeService child) => child with
    {
        SecurityOptions = Union(parent.SecurityOptions, child.SecurityOptions),
        AddedCapabilities = Union(parent.AddedCapabilities, child.AddedCapabilities),
        DroppedCapabilities = Union(parent.DroppedCapabilities, child.DroppedCapabilities),
        DnsServers = Union(parent.DnsServers, child.DnsServers),
        DnsSearchDomains = Union(parent.DnsSearchDomains, child.DnsSearchDomains),
    };

    private static ComposeService OverrideKeys(ComposeService parent, ComposeService child) => child with
    {
        Labels = parent.Labels.OverriddenBy(child.Labels),
        FileEnvironment = parent.Environment.OverriddenBy(child.FileEnvironment),
        ExtraHosts = parent.ExtraHosts.OverriddenBy(child.ExtraHosts, host => host.Name),
        Ports = parent.Ports.OverriddenBy(child.Ports, port => $"{port.Host}:{port.Container}/{port.Protocol}"),
        Mounts = parent.Mounts.OverriddenBy(child.Mounts, mount => mount.ContainerPath),
        Devices = parent.Devices.OverriddenBy(child.Devices, device => device.ContainerPath ?? device.HostPath),
        Tmpfs = parent.Tmpfs.OverriddenBy(child.Tmpfs, mount => mount.ContainerPath),
        ResourceLimits = parent.ResourceLimits.OverriddenBy(child.ResourceLimits, limit => limit.Name),
        KernelParameters = parent.KernelParameters.OverriddenBy(child.KernelParameters),
        HealthCheck = child.HealthCheck is { } own ? parent.HealthCheck?.OverriddenBy(own) ?? own : parent.HealthCheck,
    };

    private static IReadOnlyList<string> Union(IReadOnlyList<string> parent, IReadOnlyList<string> child) => [.. parent.Union(child)];
}

/// <param name="Service">Name of the service that is extended.</param>
/// <param name="File">Path relative to the compose file; null for the same file.</param>
/// <param name="Location">Of the extends key's value.</param>
public sealed record ServiceExtension(string Service, string? File, SourceLocation Location);

/// <summary>extends: a service's name, or service and file.</summary>
internal static class ExtensionSyntax
{
    public static ServiceExtension? Read(DocumentValue value)
    {
        if (value.Node is not MappingNode)
        {
            return value.Text() is { } name ? new ServiceExtension(name, null, value.Location) : null;
        }

        var section = value.Mapping();
        var service = section.Required("service")?.Text();
        var file = section.Optional("file")?.Text();
        section.Done();
        return service is null ? null : new ServiceExtension(service, file, value.Location);
    }
}

internal static class ServiceMerge
{
    /// <summary>The keys of both; where both have one, the value of <paramref name="other"/>.</summary>
    public static IReadOnlyDictionary<string, string> OverriddenBy(this IReadOnlyDictionary<string, string> map, IReadOnlyDictionary<string, string> other)
    {
        var result = new Dictionary<string, string>(map);
        foreach (var (key, value) in other)
        {
            result[key] = value;
        }

        return result;
    }

    /// <summary>Both lists; an item of the second takes the place of the one with the same key.</summary>
    public static IReadOnlyList<T> OverriddenBy<T>(this IReadOnlyList<T> list, IReadOnlyList<T> other, Func<T, string> key)
    {
        var replaced = other.Select(key).ToHashSet();
        return [.. list.Where(item => !replaced.Contains(key(item))), .. other];
    }
}
