namespace TickStack.EcsCli.Compose;

/// <param name="HostPath">Device on the instance.</param>
/// <param name="ContainerPath">Null: the same.</param>
/// <param name="Permissions">Of "read", "write", "mknod"; empty: all.</param>
public sealed record DeviceMapping(string HostPath, string? ContainerPath, IReadOnlyList<string> Permissions);

/// <summary>devices: "host[:container[:rwm]]".</summary>
internal static class DeviceSyntax
{
    private static readonly Dictionary<char, string> Permissions = new() { ['r'] = "read", ['w'] = "write", ['m'] = "mknod" };

    public static IReadOnlyList<DeviceMapping> Read(DocumentValue value) => [.. value.List().Select(Entry).OfType<DeviceMapping>()];

    private static DeviceMapping? Entry(DocumentValue item)
    {
        if (item.Text() is not { } text)
        {
            return null;
        }

        var parts = text.Split(':');
        var letters = parts.ElementAtOrDefault(2) ?? "";
        if (parts.Length <= 3 && parts.Take(2).All(path => path.StartsWith('/')) && letters.All(Permissions.ContainsKey))
        {
            var permissions = Permissions.Where(pair => letters.Contains(pair.Key)).Select(pair => pair.Value);
            return new DeviceMapping(parts[0], parts.ElementAtOrDefault(1), [.. permissions]);
        }

        item.Problem($"'{text}' is no device", "write /dev/host, /dev/host:/dev/container or /dev/host:/dev/container:rwm");
        return null;
    }
}

/// <param name="Driver">As in "awslogs"; null when the file names none.</param>
/// <param name="Options">The driver's.</param>
/// <param name="Location">Of the section.</param>
public sealed record LogDriverSettings(string? Driver, IReadOnlyDictionary<string, string> Options, SourceLocation Location);

/// <summary>logging of versions 2 and 3, log_driver and log_opt of version 1.</summary>
internal static class LoggingSyntax
{
    private static readonly string[] Drivers = ["awslogs", "awsfirelens", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"];

    public static LogDriverSettings Section(DocumentValue value)
    {
        var section = value.Mapping();
        var driver = section.Required("driver")?.Choice(Drivers);
        var options = section.Optional("options")?.TextMap() ?? new Dictionary<string, string>();
        section.Done();
        return new LogDriverSettings(driver, options, value.Location);
    }

    public static LogDriverSettings Driver(LogDriverSettings? settings, DocumentValue value) =>
        (settings ?? Empty(value)) with { Driver = value.Choice(Drivers) };

    public static LogDriverSettings Options(LogDriverSettings? settings, DocumentValue value) =>
        (settings ?? Empty(value)) with { Options = value.TextMap() };

    private static LogDriverSettings Empty(DocumentValue value) => new(null, new Dictionary<string, string>(), value.Location);
}

/// <param name="Name">As in "nofile".</param>
/// <param name="Soft">-1: none.</param>
/// <param name="Hard">-1: none.</param>
public sealed record ResourceLimit(string Name, int Soft, int Hard);

/// <summary>ulimits: a number for both limits, or soft and hard.</summary>
internal static class ResourceLimitSyntax
{
    private static readonly string[] Names =
        ["core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack"];

    public static IReadOnlyList<ResourceLimit> Read(DocumentValue value) =>
        [.. value.Entries().Select(pair => Entry(pair.Key, pair.Value)).OfType<ResourceLimit>()];

    private static ResourceLimit? Entry(MappingEntry entry, DocumentValue value)
    {
        if (!Names.Contains(entry.Key))
        {
            value.Problems.Add($"{value.Path} is no resource limit", Suggestion.Remedy(entry.Key, Names), entry.Location);
            return null;
        }

        return value.Node is MappingNode ? Both(entry.Key, value) : value.WholeNumber(-1) is { } number ? new ResourceLimit(entry.Key, number, number) : null;
    }

    private static ResourceLimit? Both(string name, DocumentValue value)
    {
        var limits = value.Mapping();
        var (soft, hard) = (limits.Required("soft")?.WholeNumber(-1), limits.Required("hard")?.WholeNumber(-1));
        limits.Done();
        return soft is { } s && hard is { } h ? new ResourceLimit(name, s, h) : null;
    }
}
