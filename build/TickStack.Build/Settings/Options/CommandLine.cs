using TickStack.Build.Errors;

namespace TickStack.Build.Settings.Options;

/// <summary>The command line in parts. Cake accepts an option that nobody reads; a mistyped --environment must not run with the default.</summary>
/// <param name="Words">What stands there without being an option or the value of one.</param>
public sealed record CommandLine(IReadOnlyList<GivenOption> Options, IReadOnlyList<string> Words)
{
    /// <summary>Both forms of a value are read: "--name=value" and "--name value".</summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var options = new List<GivenOption>();
        var words = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsOption(arguments[i]))
            {
                words.Add(arguments[i]);
                continue;
            }

            var option = Split(arguments[i]);
            if (option is { Known.Value: not null, Value: null } && i + 1 < arguments.Count && !IsOption(arguments[i + 1]))
            {
                option = option with { Value = arguments[++i] };
            }

            options.Add(option);
        }

        return new CommandLine(options, words);
    }

    /// <summary>Throws FailureException with everything that is wrong with the arguments, unknown targets included.</summary>
    public static void Check(IReadOnlyList<string> arguments, IReadOnlyCollection<string> targetNames)
    {
        var problems = Problems(arguments, targetNames);
        if (problems.Count > 0)
        {
            throw new FailureException(problems);
        }
    }

    public static IReadOnlyList<Problem> Problems(IReadOnlyList<string> arguments, IReadOnlyCollection<string> targetNames) =>
        CommandLineCheck.Problems(Parse(arguments), targetNames);

    public bool Has(KnownOption option) => Options.Any(given => given.Known == option);

    /// <summary>The value of an option that is given at most once.</summary>
    public string? Value(KnownOption option) => Options.FirstOrDefault(given => given.Known == option)?.Value;

    private static bool IsOption(string argument) => argument.Length > 1 && argument[0] == '-';

    private static GivenOption Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var spelling = equals < 0 ? argument : argument[..equals];
        return new GivenOption(spelling, KnownOptions.Find(spelling), equals < 0 ? null : argument[(equals + 1)..]);
    }
}
