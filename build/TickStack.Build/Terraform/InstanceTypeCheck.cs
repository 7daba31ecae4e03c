using TickStack.Build.Aws;

namespace TickStack.Build.Terraform;

/// <summary>Whether both tasks fit on the instance type of the settings, before there is an instance.</summary>
public sealed class InstanceTypeCheck(IInstanceTypes types, IAccountSettings account)
{
    /// <param name="zone">Of the data volume; null: not known before the first apply.</param>
    /// <exception cref="FailureException">They do not; names types that do.</exception>
    public async Task RequireAsync(string type, string? zone, StackNeeds needs, CancellationToken cancellationToken)
    {
        var offered = zone is null ? null : await types.OfferedAsync(zone, cancellationToken);
        var found = await types.FindAsync(type, cancellationToken);
        var trunkable = found is not null && needs.ExceedInterfacesOf(found) && Trunking.IsSupportedBy(found);
        var trunks = trunkable && await account.TrunksAsync(cancellationToken);
        var missing = Missing(found, type, zone, offered, needs, trunks);
        if (missing.Count == 0)
        {
            return;
        }

        var candidates = await types.OfClassesAsync(InstanceAdvice.ClassesFor(type), cancellationToken);
        var fitting = InstanceAdvice.Smallest(type, needs, trunks, candidates.Where(candidate => offered?.Contains(candidate.Name) != false));
        throw new FailureException(
            $"infrastructure.instanceType {type} does not carry the stack: {string.Join("; ", missing)}",
            Remedy(fitting, trunkable && Missing(found, type, zone, offered, needs, trunks: true).Count == 0),
            ExitCode.InvalidInput);
    }

    private static IReadOnlyList<string> Missing(
        InstanceTypeSpec? found, string type, string? zone, IReadOnlySet<string>? offered, StackNeeds needs, bool trunks) =>
        found is null ? ["the region has no such type"]
        : offered?.Contains(type) == false ? [.. needs.MissingOf(found, trunks), $"{zone}, the data volume's zone, does not offer it"]
        : needs.MissingOf(found, trunks);

    private static string Remedy(IReadOnlyList<string> fitting, bool fitsWithTrunk)
    {
        var types = fitting.Count == 0 ? "no type of the same and the neighbouring families does" : $"the smallest that do: {string.Join(", ", fitting)}";
        return fitsWithTrunk ? $"{types}; or turn trunking on: {Trunking.Command}" : types;
    }
}

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

    /// <summary>What the type lacks, for people to read; empty when it fits.</summary>
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

/// <summary>Which instance types to take instead of one that does not fit.</summary>
public static class InstanceAdvice
{
    private const int Families = 4;

    // Older ones cost more for less.
    private const int OldestGeneration = 5;

    // InfluxDB lives on memory: the memory-optimised class is everyone's neighbour.
    private static readonly Dictionary<char, string[]> Neighbours =
        new() { ['t'] = ["t", "m", "r"], ['m'] = ["m", "t", "r"], ['r'] = ["r", "m"], ['c'] = ["c", "m", "r"] };

    /// <summary>Classes of the families to look at for a type.</summary>
    public static IReadOnlyList<string> ClassesFor(string type) => Neighbours.GetValueOrDefault(type[0], [$"{type[0]}", "m", "r"]);

    /// <summary>The smallest type of each family that fits: the type's own family first, then those that waste least.</summary>
    /// <param name="trunks">Whether the account has trunking on.</param>
    public static IReadOnlyList<string> Smallest(string type, StackNeeds needs, bool trunks, IEnumerable<InstanceTypeSpec> candidates)
    {
        var family = type.Split('.')[0];
        return
        [
            .. candidates
                .Where(candidate => needs.MissingOf(candidate, trunks).Count == 0 && (candidate.Family == family || Generation(candidate) >= OldestGeneration))
                .GroupBy(candidate => candidate.Family)
                .Select(group => group.OrderBy(Size).ThenBy(candidate => candidate.Name, StringComparer.Ordinal).First())
                .OrderBy(candidate => candidate.Family != family)
                .ThenBy(Size)
                .ThenBy(Generation)
                .ThenBy(candidate => candidate.Family.Length)
                .ThenBy(candidate => candidate.Family, StringComparer.Ordinal)
                .Take(Families)
                .Select(candidate => candidate.Name),
        ];
    }

    private static int Generation(InstanceTypeSpec type) => type.Family[1] - '0';

    private static long Size(InstanceTypeSpec type) => ((long)type.Memory << 10) + type.Cpus;
}

/// <summary>ECS's trunk interfaces: with the account setting awsvpcTrunking, an instance takes more awsvpc tasks than it has interfaces.</summary>
/// <remarks>No call of the API says which types can:
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/eni-trunking-supported-instance-types.html</remarks>
public static partial class Trunking
{
    /// <summary>How a caller turns it on; it holds for instances that are started afterwards.</summary>
    public const string Command = "aws ecs put-account-setting-default --name awsvpcTrunking --value enabled";

    private static readonly HashSet<string> Exceptions =
        ["c5n", "d3", "d3en", "g3", "g3s", "g4dn", "i3", "i3en", "m5dn", "m5n", "m5zn", "mac1", "r5b", "r5n", "r5dn", "z1d"];

    /// <summary>At least four tasks then: more than one instance of this stack ever runs.</summary>
    public static bool IsSupportedBy(InstanceTypeSpec type) => type.Nitro && !Exceptions.Contains(type.Family) && !BurstableOrHighMemory().IsMatch(type.Family);

    [GeneratedRegex(@"^(t\d|u-)")]
    private static partial Regex BurstableOrHighMemory();
}
