using TickStack.Failures;

namespace TickStack.Build.Options;

/// <summary>The command line in parts. Cake accepts an option that nobody reads; a mistyped --environment must not run with the default.</summary>
/// <param name="Words">What stands there without being an option or the value of one.</param>
public sealed record CommandLine(IReadOnlyList<GivenOption> Options, IReadOnlyList<string> Words)
{
    private IReadOnlyList<int> WordPlaces { get; init; } = [];

    /// <summary>Both forms of a value are read: "--name=value" and "--name value".</summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
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
    /// <param name="arguments">As the process got them.</param>
    /// <param name="isTarget">Whether there is a target of that name.</param>
    public static IReadOnlyList<string> WithTargets(IReadOnlyList<string> arguments, Func<string, bool> isTarget)
    {
        var places = Parse(arguments).WordPlaces;
        return [.. arguments.Select((argument, place) => places.Contains(place) && isTarget(argument) ? $"{KnownOptions.Target.Flag}={argument}" : argument)];
    }

    /// <summary>Throws FailureException with everything that is wrong with the arguments, unknown targets included.</summary>
    /// <param name="arguments">As the process got them.</param>
    /// <param name="targets">Target → the targets that run with it, itself included; in any case.</param>
    public static void Check(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, IReadOnlyList<string>> targets)
    {
        var problems = Problems(arguments, targets);
        if (problems.Count > 0)
        {
            throw new FailureException(problems);
        }
    }

    /// <inheritdoc cref="Check"/>
    public static IReadOnlyList<Problem> Problems(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, IReadOnlyList<string>> targets) =>
        CommandLineCheck.Problems(Parse(arguments), targets);

    /// <summary>Where it was given, and where its relative paths begin: Cake changes the process's own folder.</summary>
    public string Folder { get; init; } = CurrentFolder();

    /// <summary>Whether it asks to be shown something instead of running a target.</summary>
    public bool ShowsOnly => Options.Any(given => given.Known is { ShowsOnly: true });

    public bool Has(KnownOption option) => Options.Any(given => given.Known == option);

    /// <summary>The value of an option that is given at most once.</summary>
    public string? Value(KnownOption option) => Options.FirstOrDefault(given => given.Known == option)?.Value;

    /// <summary>Every value of an option that may be repeated, in order.</summary>
    public IReadOnlyList<string> Values(KnownOption option) => [.. Options.Where(given => given.Known == option).Select(given => given.Value).OfType<string>()];

    private static string CurrentFolder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException exception)
        {
            throw new FailureException("The folder that this was started in does not exist any more.", "Change to one that does.", ExitCode.InvalidInput, exception);
        }
    }

    private static bool IsOption(string argument) => argument.Length > 1 && argument[0] == '-';

    private static GivenOption Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var spelling = equals < 0 ? argument : argument[..equals];
        return new GivenOption(spelling, KnownOptions.Find(spelling), equals < 0 ? null : argument[(equals + 1)..]);
    }
}

/// <summary>An option as it stands on the command line.</summary>
/// <param name="Spelling">As written, hyphens included: "-t", "--target".</param>
/// <param name="Known">Null: there is no such option.</param>
/// <param name="Value">Null: none was given.</param>
public sealed record GivenOption(string Spelling, KnownOption? Known, string? Value);
