using TickStack.Build.Errors;

namespace TickStack.Build.Settings.Options;

/// <summary>Whether options and targets fit together: no option that nobody reads, and none missing that a target needs.</summary>
internal static class OptionTargets
{
    /// <summary>With one of them no target runs.</summary>
    private static readonly KnownOption[] Shows = [KnownOptions.Tree, KnownOptions.Description, KnownOptions.Version, KnownOptions.Info, KnownOptions.Help];

    public static IEnumerable<Problem> Problems(CommandLine line, IReadOnlyDictionary<string, IReadOnlyList<string>> targets)
    {
        if (RunTargets.Requested(line).Any(target => !targets.ContainsKey(target)) || Shows.Any(line.Has))
        {
            return [];
        }

        var running = RunTargets.Of(line, targets);
        return
        [
            .. line.Options.Select(given => given.Known).OfType<KnownOption>().Distinct().Where(option => !IsRead(option, running)).Select(Unread),
            .. KnownOptions.All.Where(option => option is { IsRequired: true } && IsRead(option, running) && !line.Has(option)).Select(Missing),
        ];
    }

    private static bool IsRead(KnownOption option, RunTargets running) => option.Targets is null || option.Targets.Any(running.Include);

    private static Problem Unread(KnownOption option) => new(
        $"{option.Flag} belongs to {string.Join(" and ", option.Targets!)}, which does not run here",
        $"write --target={option.Targets![0]}, or leave {option.Flag} out");

    private static Problem Missing(KnownOption option) => new(
        $"{option.Flag} is missing: {string.Join(", ", option.Targets!)} needs it",
        $"write {option.Usage}: {option.Value!.Allowed}");
}
