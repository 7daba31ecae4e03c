namespace TickStack.Build.Options;

/// <summary>What may stand on the command line. Cake accepts an option that nobody reads; a mistyped --environment must not run with the default.</summary>
public sealed record CommandLineGrammar
{
    /// <summary>Every option, in the order of the help.</summary>
    public required IReadOnlyList<KnownOption> Options { get; init; }

    /// <summary>Target, in any case, → the targets that run with it, itself included.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Runs { get; init; }

    /// <summary>Option → the targets that read it. One that is not here belongs to every run.</summary>
    public required ILookup<KnownOption, string> Readers { get; init; }

    public KnownOption? Find(string word) => Options.FirstOrDefault(option => option.IsSpelled(word));

    /// <summary>Both forms of a value are read: "--name=value" and "--name value".</summary>
    public CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var options = new List<GivenOption>();
        var words = new List<int>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsOption(arguments[i]))
            {
                words.Add(i);
                continue;
            }

            var option = Split(arguments[i]);
            if (option is { Known.Value: not null, Value: null } && i + 1 < arguments.Count && !IsOption(arguments[i + 1]))
            {
                option = option with { Value = arguments[++i] };
            }

            options.Add(option);
        }

        return new CommandLine(options, [.. words.Select(place => arguments[place])]) { WordPlaces = words };
    }

    /// <summary>The arguments with each word that names a target written out: "Status" is short for "--target=Status".</summary>
    public IReadOnlyList<string> WithTargets(IReadOnlyList<string> arguments)
    {
        var places = Parse(arguments).WordPlaces;
        return [.. arguments.Select(
            (argument, place) => places.Contains(place) && Runs.ContainsKey(argument) ? $"{EngineOptions.Target.Flag}={argument}" : argument)];
    }

    /// <summary>Throws FailureException with everything that is wrong with the arguments, unknown targets included.</summary>
    public void Check(IReadOnlyList<string> arguments)
    {
        var problems = Problems(arguments);
        if (problems.Count > 0)
        {
            throw new FailureException(problems);
        }
    }

    /// <inheritdoc cref="Check"/>
    public IReadOnlyList<Problem> Problems(IReadOnlyList<string> arguments)
    {
        var line = Parse(arguments);
        return
        [
            .. line.Options.SelectMany(OfOption),
            .. Repetitions(line.Options),
            .. line.Words.Select(OfWord),
            .. line.Options.Where(option => option.Known == EngineOptions.Target).SelectMany(option => OfTarget(option.Value)),
            .. OfReaders(line),
        ];
    }

    /// <summary>The targets that a command line runs.</summary>
    /// <param name="line">The targets in it must exist.</param>
    public RunTargets TargetsOf(CommandLine line) =>
        new(line.Targets.SelectMany(target => line.Has(EngineOptions.Exclusive) ? [target] : Runs[target]));

    private static bool IsOption(string argument) => argument.Length > 1 && argument[0] == '-';

    private GivenOption Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var spelling = equals < 0 ? argument : argument[..equals];
        return new GivenOption(spelling, Find(spelling), equals < 0 ? null : argument[(equals + 1)..]);
    }

    private IEnumerable<Problem> OfOption(GivenOption given)
    {
        switch (given)
        {
            case { Known: null }:
                yield return new Problem($"unknown option '{given.Spelling}'", Suggestion.Remedy(given.Spelling, [.. Options.Select(option => option.Flag)]));
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

    private Problem OfWord(string word) => new(
        $"'{word}' is neither an option nor a target",
        Suggestion.Nearest(word, [.. Runs.Keys]) is { } nearest ? $"did you mean '{nearest}'?" : "options begin with --, and a value follows its option");

    private IEnumerable<Problem> OfTarget(string? target) => string.IsNullOrWhiteSpace(target) || Runs.ContainsKey(target)
        ? []
        : [new Problem($"unknown target '{target}'", Suggestion.Remedy(target, [.. Runs.Keys]))];

    // Options and targets fit together: no option that nobody reads, and none missing that a target needs.
    private IEnumerable<Problem> OfReaders(CommandLine line)
    {
        if (line.ShowsOnly || line.Targets.Any(target => !Runs.ContainsKey(target)))
        {
            return [];
        }

        var running = TargetsOf(line);
        return
        [
            .. line.Options.Select(given => given.Known).OfType<KnownOption>().Distinct()
                .Where(option => Readers.Contains(option) && !Readers[option].Any(running.Include)).Select(Unread),
            .. Options.Where(option => option.IsRequired && Readers[option].Any(running.Include) && !line.Has(option)).Select(Missing),
        ];
    }

    private Problem Unread(KnownOption option) => new(
        $"{option.Flag} belongs to {string.Join(" and ", Readers[option])}, which does not run here",
        $"write --target={Readers[option].First()}, or leave {option.Flag} out");

    private Problem Missing(KnownOption option) => new(
        $"{option.Flag} is missing: {string.Join(", ", Readers[option])} needs it",
        $"write {option.Usage}: {option.Value!.Allowed}");
}

/// <summary>The targets that a command line runs, dependencies included.</summary>
public sealed class RunTargets(IEnumerable<string> targets)
{
    private readonly HashSet<string> names = targets.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool Include(string target) => names.Contains(target);
}
