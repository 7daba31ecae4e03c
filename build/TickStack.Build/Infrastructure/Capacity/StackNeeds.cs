using TickStack.Build.Tools.Ec2;

namespace TickStack.Build.Infrastructure.Capacity;

/// <summary>What the one instance must have for all tasks at once.</summary>
/// <param name="Cpu">CPU units, 1024 to a virtual CPU.</param>
/// <param name="Memory">MiB that the tasks reserve.</param>
/// <param name="Tasks">Tasks in awsvpc mode: each takes a network interface, unless the instance has a trunk.</param>
/// <param name="Architecture">Of the images: "x86_64" or "arm64".</param>
public sealed record StackNeeds(int Cpu, int Memory, int Tasks, string Architecture)
{
    // What the kernel, the system and the agent keep: an r5.large registers about 15,900 of its 16,384 MiB.
    private const double MemoryShare = 0.96;

    /// <summary>Whether the type depends on a trunk.</summary>
    public bool ExceedInterfacesOf(InstanceTypeSpec type) => Tasks + 1 > type.Interfaces;

    /// <summary>What the type lacks, in words; empty when it fits.</summary>
    /// <param name="trunks">Whether the account has trunking on.</param>
    public IReadOnlyList<string> MissingOf(InstanceTypeSpec type, bool trunks) =>
    [
        .. Missing("CPU units", Cpu, type.Cpus * 1024),
        .. Missing("MiB of memory beside the agent", Memory, (int)(type.Memory * MemoryShare)),
        .. trunks && Trunking.IsSupportedBy(type) ? [] : Missing("network interfaces, one for itself and one for each task", Tasks + 1, type.Interfaces),
        .. type.Architectures.Contains(Architecture) ? [] : new[] { $"it is {string.Join(" and ", type.Architectures)}, and the images are {Architecture}" },
    ];

    private static string[] Missing(string what, int needed, int has) => needed > has ? [$"it has {has} {what}, and {needed} are needed"] : [];
}
