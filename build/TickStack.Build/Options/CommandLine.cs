namespace TickStack.Build.Options;

/// <summary>The command line in parts.</summary>
/// <param name="Words">What stands there without being an option or the value of one.</param>
public sealed record CommandLine(IReadOnlyList<GivenOption> Options, IReadOnlyList<string> Words)
{
    internal IReadOnlyList<int> WordPlaces { get; init; } = [];

    /// <summary>Where it was given, and where its relative paths begin: Cake changes the process's own folder.</summary>
    public string Folder { get; init; } = CurrentFolder();

    /// <summary>Whether it asks to be shown something instead of running a target.</summary>
    public bool ShowsOnly => Options.Any(given => given.Known is { ShowsOnly: true });

    /// <summary>The targets that are named, or the one that runs when none is.</summary>
    public IReadOnlyList<string> Targets => Has(EngineOptions.Target) ? Values(EngineOptions.Target) : ["Default"];

    public bool Has(KnownOption option) => Options.Any(given => given.Known == option);

    /// <summary>The value of an option that is given at most once.</summary>
    public string? Value(KnownOption option) => Options.FirstOrDefault(given => given.Known == option)?.Value;

    public int? Number(KnownOption option) => Value(option) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

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
            throw new FailureException(
                "The folder that this was started in does not exist any more.", "Change to one that does.", ExitCode.InvalidInput, exception);
        }
    }
}

/// <summary>An option as it stands on the command line.</summary>
/// <param name="Spelling">As written, hyphens included: "-t", "--target".</param>
/// <param name="Known">Null: there is no such option.</param>
/// <param name="Value">Null: none was given.</param>
public sealed record GivenOption(string Spelling, KnownOption? Known, string? Value);
