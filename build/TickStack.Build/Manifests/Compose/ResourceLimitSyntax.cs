using TickStack.Build.Documents;
using TickStack.Build.Errors;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>ulimits: a number for both limits, or soft and hard.</summary>
internal static class ResourceLimitSyntax
{
    private static readonly string[] Names =
        ["core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack"];

    public static IReadOnlyList<ResourceLimit> Read(DocumentValue value) => [.. value.Entries().Select(pair => Entry(pair.Key, pair.Value)).OfType<ResourceLimit>()];

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
