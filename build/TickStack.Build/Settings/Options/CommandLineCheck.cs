using TickStack.Build.Errors;

namespace TickStack.Build.Settings.Options;

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
            $"'{word}' is not an option",
            targets.ContainsKey(word) ? $"to run that target write --target={word}" : "options begin with --, and a value follows its option");

    private static IEnumerable<Problem> OfTarget(string? target, IReadOnlyDictionary<string, IReadOnlyList<string>> targets) =>
        string.IsNullOrWhiteSpace(target) || targets.ContainsKey(target)
            ? []
            : [new Problem($"unknown target '{target}'", Suggestion.Remedy(target, [.. targets.Keys]))];
}
