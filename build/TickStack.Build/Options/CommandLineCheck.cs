using TickStack.Failures;

namespace TickStack.Build.Options;

/// <summary>What is wrong with a command line, all of it.</summary>
internal static class CommandLineCheck
{
    public static IReadOnlyList<Problem> Problems(CommandLine line, IReadOnlyDictionary<string, IReadOnlyList<string>> targets) =>
    [
        .. line.Options.SelectMany(OfOption),
        .. Repetitions(line.Options),
        .. line.Words.Select(OfWord(targets)),
        .. line.Options.Where(option => option.Known == KnownOptions.Target).SelectMany(option => OfTarget(option.Value, targets)),
        .. OptionTargets.Problems(line, targets),
    ];

    private static IEnumerable<Problem> OfOption(GivenOption given)
    {
        switch (given)
        {
            case { Known: null }:
                yield return new Problem($"unknown option '{given.Spelling}'", Suggestion.Remedy(given.Spelling, [.. KnownOptions.All.Select(option => option.Flag)]));
                break;
            case { Known.Value: null, Value: not null }:
                yield return new Problem($"{given.Spelling} takes no value, but is given '{given.Value}'", $"write {given.Known.Flag} alone, or leave it out");
                break;
            case { Known.Value: { } expected } when string.IsNullOrWhiteSpace(given.Value):
                yield return new Problem($"{given.Spelling} has no value", $"write {given.Known.Usage}: {expected.Allowed}");
                break;
            case { Known.Value: { } expected } when !expected.IsValid(given.Value!):
                yield return new Problem($"'{given.Value}' is no value for {given.Spelling}", $"write {expected.Allowed}");
                break;
        }
    }

    private static IEnumerable<Problem> Repetitions(IEnumerable<GivenOption> options) =>
        options
            .Where(option => option.Known is { IsRepeatable: false, Value: not null })
            .GroupBy(option => option.Known!)
            .Where(group => group.Count() > 1)
            .Select(group => new Problem($"{group.Key.Flag} is given {group.Count()} times", "give it once"));

    private static Func<string, Problem> OfWord(IReadOnlyDictionary<string, IReadOnlyList<string>> targets) => word =>
        new Problem(
            $"'{word}' is neither an option nor a target",
            Suggestion.Nearest(word, [.. targets.Keys]) is { } nearest ? $"did you mean '{nearest}'?" : "options begin with --, and a value follows its option");

    private static IEnumerable<Problem> OfTarget(string? target, IReadOnlyDictionary<string, IReadOnlyList<string>> targets) =>
        string.IsNullOrWhiteSpace(target) || targets.ContainsKey(target)
            ? []
            : [new Problem($"unknown target '{target}'", Suggestion.Remedy(target, [.. targets.Keys]))];
}

/// <summary>Whether options and targets fit together: no option that nobody reads, and none missing that a target needs.</summary>
internal static class OptionTargets
{
    public static IEnumerable<Problem> Problems(CommandLine line, IReadOnlyDictionary<string, IReadOnlyList<string>> targets)
    {
        if (RunTargets.Requested(line).Any(target => !targets.ContainsKey(target)) || line.ShowsOnly)
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
