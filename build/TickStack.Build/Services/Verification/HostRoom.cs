using Amazon.ECS.Model;

namespace TickStack.Build.Services.Verification;

/// <summary>What an instance of the cluster has left for tasks.</summary>
/// <param name="Name">Id of the EC2 instance, with its type.</param>
/// <param name="Cpu">CPU units.</param>
/// <param name="Memory">MiB.</param>
/// <param name="UsedPorts">As "8086/tcp".</param>
/// <param name="Interfaces">Network interfaces; null: as many as anyone wants, or unknown.</param>
public sealed record HostRoom(string Name, int Cpu, int Memory, IReadOnlySet<string> UsedPorts, int? Interfaces)
{
    /// <param name="interfaces">How many more the instance takes; with trunking it takes many more than that.</param>
    public static HostRoom Of(ContainerInstance instance, int? interfaces)
    {
        var type = Attribute(instance, "ecs.instance-type");
        return new HostRoom(
            type is null ? instance.Ec2InstanceId ?? "?" : $"{instance.Ec2InstanceId} ({type})",
            Remaining(instance, "CPU")?.IntegerValue ?? 0,
            Remaining(instance, "MEMORY")?.IntegerValue ?? 0,
            Ports(instance, "PORTS", "tcp").Concat(Ports(instance, "PORTS_UDP", "udp")).ToHashSet(),
            Attribute(instance, "ecs.awsvpc-trunk-id") is null ? interfaces : null);
    }

    /// <summary>With what a task gives back that ends before the new one starts.</summary>
    public HostRoom After(TaskNeeds ended) => this with
    {
        Cpu = Cpu + ended.Cpu,
        Memory = Memory + ended.Memory,
        UsedPorts = UsedPorts.Except(ended.Ports).ToHashSet(),
        Interfaces = Interfaces + ended.Interfaces,
    };

    /// <summary>What is missing for a task; empty when it fits.</summary>
    public IReadOnlyList<string> Shortfall(TaskNeeds needs) =>
    [
        .. Missing("CPU units", needs.Cpu, Cpu),
        .. Missing("MiB of memory", needs.Memory, Memory),
        .. Missing("network interfaces", needs.Interfaces, Interfaces ?? int.MaxValue),
        .. needs.Ports.Where(UsedPorts.Contains).Order(StringComparer.Ordinal).Select(port => $"port {port} is taken"),
    ];

    private static IEnumerable<string> Missing(string what, int needed, int free) => needed > free ? [$"needs {needed} {what}, {Math.Max(free, 0)} are free"] : [];

    private static Resource? Remaining(ContainerInstance instance, string name) => instance.RemainingResources?.FirstOrDefault(resource => resource.Name == name);

    private static IEnumerable<string> Ports(ContainerInstance instance, string name, string protocol) =>
        (Remaining(instance, name)?.StringSetValue ?? []).Select(port => $"{port}/{protocol}");

    private static string? Attribute(ContainerInstance instance, string name) => instance.Attributes?.FirstOrDefault(attribute => attribute.Name == name)?.Value;
}
