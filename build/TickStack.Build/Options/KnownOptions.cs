namespace TickStack.Build.Options;

/// <summary>Every option there is: the help prints this list, and what is not in it is refused.</summary>
public static class KnownOptions
{
    public static KnownOption Environment { get; } = new(
        "environment",
        OptionOwner.TickStack,
        OptionValue.Any("NAME", "the name of an environment"),
        "Environment to work on: build/environments/NAME.json (sandbox)")
    { Variable = "TICKSTACK_ENVIRONMENT" };

    public static KnownOption RolloutTimeout { get; } = new(
        "rollout-timeout",
        OptionOwner.TickStack,
        OptionValue.RolloutTimeout,
        "Longest time that one service's rollout may take, such as 10m or 90s")
    { Variable = "TICKSTACK_ROLLOUT_TIMEOUT" };

    public static KnownOption Approved { get; } = new(
        "approved",
        OptionOwner.TickStack,
        null,
        "Apply the plan that Plan-Infrastructure saved and someone approved, or nothing")
    { Targets = ["Apply-Infrastructure"] };

    public static KnownOption Target { get; } = new(
        "target",
        OptionOwner.Cake,
        OptionValue.Any("NAME", "the name of a target"),
        "Target to run, after the targets it depends on; may be given several times (Default)")
    { Aliases = ["-t"], IsRepeatable = true };

    public static KnownOption Exclusive { get; } = new("exclusive", OptionOwner.Cake, null, "Run the target without those it depends on") { Aliases = ["-e"] };

    public static KnownOption DryRun { get; } = new("dryrun", OptionOwner.Cake, null, "Name the targets in order and run none") { Aliases = ["--noop", "--whatif"] };

    public static KnownOption Tree { get; } = new("tree", OptionOwner.Cake, null, "Show which target depends on which") { Aliases = ["--showtree"], ShowsOnly = true };

    public static KnownOption Description { get; } = new("description", OptionOwner.Cake, null, "Show what each target does")
    { Aliases = ["--descriptions", "--showdescription", "--showdescriptions"], ShowsOnly = true };

    public static KnownOption Verbosity { get; } = new(
        "verbosity",
        OptionOwner.Cake,
        OptionValue.OneOf("LEVEL", "quiet", "minimal", "normal", "verbose", "diagnostic", "q", "m", "n", "v", "d"),
        "How much to say: quiet, minimal, normal, verbose or diagnostic (normal)")
    { Aliases = ["-v"] };

    public static KnownOption Working { get; } = new("working", OptionOwner.Cake, OptionValue.Any("FOLDER", "a folder"), "The repository to work on, when not the one the host lies in") { Aliases = ["-w"] };

    public static KnownOption NoReport { get; } = new("no-report", OptionOwner.Cake, null, "Leave out the table of targets and their times at the end");

    public static KnownOption Version { get; } = new("version", OptionOwner.Cake, null, "Show the version") { Aliases = ["--ver"], ShowsOnly = true };

    public static KnownOption Info { get; } = new("info", OptionOwner.Cake, null, "Show the version and what it runs on") { ShowsOnly = true };

    public static KnownOption Help { get; } = new("help", OptionOwner.Cake, null, "Show the options") { Aliases = ["-h"], ShowsOnly = true };

    public static KnownOption Packages { get; } = new(
        "packages",
        OptionOwner.Bootstrap,
        OptionValue.OneOf("SOURCE", "feed", "compat"),
        "Compile with the official packages (feed) or the stand-ins (compat), from now on");

    public static KnownOption InstallSdk { get; } = new("install-sdk", OptionOwner.Bootstrap, null, "Fetch the .NET SDK into .build/dotnet when none fits");

    /// <summary>In the order of the help.</summary>
    public static IReadOnlyList<KnownOption> All { get; } =
        [Environment, RolloutTimeout, Approved, .. OperationFlags.All, .. TranslateFlags.All, Target, Exclusive, DryRun, Tree, Description, Verbosity, NoReport, Working, Version, Info, Help, Packages, InstallSdk];

    public static KnownOption? Find(string word) => All.FirstOrDefault(option => option.IsSpelled(word));
}
