namespace TickStack.Build.Options;

/// <summary>The options of Cake's engine, and of the two scripts that start the host.</summary>
public static class EngineOptions
{
    public static KnownOption Target { get; } = Cake("target", "Target to run, after the targets it depends on; may be given several times (Default)") with
    {
        Value = OptionValue.Any("NAME", "the name of a target"),
        Aliases = ["-t"],
        IsRepeatable = true,
    };

    public static KnownOption Exclusive { get; } = Cake("exclusive", "Run the target without those it depends on") with { Aliases = ["-e"] };

    public static KnownOption DryRun { get; } = Cake("dryrun", "Name the targets in order and run none") with { Aliases = ["--noop", "--whatif"] };

    public static KnownOption Working { get; } = Cake("working", "The repository to work on, when not the one the host lies in") with
    {
        Value = OptionValue.Any("FOLDER", "a folder"),
        Aliases = ["-w"],
    };

    public static KnownOption Help { get; } = Cake("help", "Show the options") with { Aliases = ["-h"], ShowsOnly = true };

    /// <summary>In the order of the help.</summary>
    public static IReadOnlyList<KnownOption> All { get; } =
    [
        Target,
        Exclusive,
        DryRun,
        Cake("tree", "Show which target depends on which") with { Aliases = ["--showtree"], ShowsOnly = true },
        Cake("description", "Show what each target does") with { Aliases = ["--descriptions", "--showdescription", "--showdescriptions"], ShowsOnly = true },
        Cake("verbosity", "How much to say: quiet, minimal, normal, verbose or diagnostic (normal)") with
        {
            Value = OptionValue.OneOf("LEVEL", "quiet", "minimal", "normal", "verbose", "diagnostic", "q", "m", "n", "v", "d"),
            Aliases = ["-v"],
        },
        Cake("no-report", "Leave out the table of targets and their times at the end"),
        Working,
        Cake("version", "Show the version") with { Aliases = ["--ver"], ShowsOnly = true },
        Cake("info", "Show the version and what it runs on") with { ShowsOnly = true },
        Help,
        Script("packages", "Compile with the official packages (feed) or the stand-ins (compat), from now on")
            with { Value = OptionValue.OneOf("SOURCE", "feed", "compat") },
        Script("install-sdk", "Fetch the .NET SDK into .build/dotnet when none fits"),
    ];

    private static KnownOption Cake(string name, string description) => new(name, null, description) { Owner = OptionOwner.Cake };

    private static KnownOption Script(string name, string description) => new(name, null, description) { Owner = OptionOwner.Bootstrap };
}
