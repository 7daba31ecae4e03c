namespace TickStack.Build.Settings.Options;

/// <summary>The targets that a command line runs, dependencies included.</summary>
public sealed class RunTargets
{
    private readonly HashSet<string> names;

    private RunTargets(IEnumerable<string> names) => this.names = names.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="line">The targets in it must exist.</param>
    /// <param name="targets">Target → the targets that run with it, itself included; in any case.</param>
    public static RunTargets Of(CommandLine line, IReadOnlyDictionary<string, IReadOnlyList<string>> targets) =>
        new(Requested(line).SelectMany(target => line.Has(KnownOptions.Exclusive) ? [target] : targets[target]));

    /// <summary>The targets that are named, or the one that runs when none is.</summary>
    public static IReadOnlyList<string> Requested(CommandLine line) => line.Has(KnownOptions.Target) ? line.Values(KnownOptions.Target) : ["Default"];

    public bool Include(string target) => names.Contains(target);
}
