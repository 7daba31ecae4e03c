using TickStack.Build.Tools.Ec2;

namespace TickStack.Build.Infrastructure.Capacity;

/// <summary>Which instance types to take instead of one that does not fit.</summary>
public static class InstanceAdvice
{
    private const int Families = 4;

    // Older ones cost more for less.
    private const int OldestGeneration = 5;

    // InfluxDB lives on memory: the memory-optimised class is everyone's neighbour.
    private static readonly Dictionary<char, string[]> Neighbours = new() { ['t'] = ["t", "m", "r"], ['m'] = ["m", "t", "r"], ['r'] = ["r", "m"], ['c'] = ["c", "m", "r"] };

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
