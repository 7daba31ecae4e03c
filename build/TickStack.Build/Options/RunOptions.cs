using System.Globalization;
using TickStack.Documents;

namespace TickStack.Build.Options;

/// <summary>What only the command line says, because it holds for one run.</summary>
public sealed record RunOptions
{
    /// <summary>Apply the saved plan or nothing.</summary>
    public bool Approved { get; init; }

    /// <summary>Give up the first time that ECS finds no place for a task.</summary>
    public bool FailFast { get; init; }

    /// <summary>Name of the one service to work on; null: both.</summary>
    public string? Service { get; init; }

    /// <summary>Revision to go back to, as typed; null: the last that completed.</summary>
    public string? To { get; init; }

    /// <summary>Go on with the logs until Ctrl+C.</summary>
    public bool Follow { get; init; }

    /// <summary>How far back logs are read.</summary>
    public TimeSpan Since { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many revisions stay; null: none is deregistered.</summary>
    public int? Keep { get; init; }

    public int DesiredCount { get; init; } = 1;

    /// <summary>Show the whole plan.</summary>
    public bool Full { get; init; }

    /// <summary>Id of the snapshot to restore; null: the latest.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Destroy what holds data, too.</summary>
    public bool IncludeData { get; init; }

    /// <summary>The environment's name, as typed in place of an answer; null: ask.</summary>
    public string? Confirm { get; init; }

    public static RunOptions Of(CommandLine line)
    {
        var defaults = new RunOptions();
        return new RunOptions
        {
            Approved = line.Has(KnownOptions.Approved),
            FailFast = line.Has(OperationFlags.FailFast),
            Service = line.Value(OperationFlags.Service)?.ToLowerInvariant(),
            To = line.Value(OperationFlags.To),
            Follow = line.Has(OperationFlags.Follow),
            Since = line.Value(OperationFlags.Since) is { } age ? DurationText.Parse(age)!.Value : defaults.Since,
            Keep = Number(line, OperationFlags.Keep),
            DesiredCount = Number(line, OperationFlags.DesiredCount) ?? defaults.DesiredCount,
            Full = line.Has(OperationFlags.Full),
            Snapshot = line.Value(OperationFlags.Snapshot) is { } id and not "latest" ? id : null,
            IncludeData = line.Has(OperationFlags.IncludeData),
            Confirm = line.Value(OperationFlags.Confirm),
        };
    }

    private static int? Number(CommandLine line, KnownOption option) => line.Value(option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}

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
