using System.Globalization;
using System.Text.RegularExpressions;
using TickStack.Documents;

namespace TickStack.Build.Options;

/// <summary>An option that may stand on the command line.</summary>
/// <param name="Name">Without the two hyphens.</param>
/// <param name="Value">Null: the option is a switch.</param>
public sealed record KnownOption(string Name, OptionOwner Owner, OptionValue? Value, string Description)
{
    /// <summary>Other spellings with their hyphens, as in "-t".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool IsRepeatable { get; init; }

    /// <summary>The targets that read it; with any other it is refused, since nobody would. Null: it belongs to every run.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>Its targets cannot run without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>With it no target runs: something is shown instead.</summary>
    public bool ShowsOnly { get; init; }

    /// <summary>The environment variable that says the same with less weight.</summary>
    public string? Variable { get; init; }

    public string Flag => $"--{Name}";

    /// <summary>As the help shows it: "--environment=NAME".</summary>
    public string Usage => Value is null ? Flag : $"{Flag}={Value.Placeholder}";

    public bool IsSpelled(string word) => word == Flag || Aliases.Contains(word);
}

/// <summary>Who acts on an option.</summary>
public enum OptionOwner
{
    /// <summary>The targets.</summary>
    TickStack,

    /// <summary>Cake's engine.</summary>
    Cake,

    /// <summary>build.sh and build.ps1, which take it out before the host starts.</summary>
    Bootstrap,
}

/// <summary>What an option is given, as in --environment=NAME.</summary>
/// <param name="Placeholder">Stands for the value in the help.</param>
/// <param name="Allowed">What may stand there, in words; completes "write …".</param>
/// <param name="IsValid">Judges the syntax only; whether the thing exists is for the one who uses it.</param>
public sealed partial record OptionValue(string Placeholder, string Allowed, Func<string, bool> IsValid)
{
    public static OptionValue Any(string placeholder, string allowed) => new(placeholder, allowed, _ => true);

    public static TimeSpan ShortestRollout { get; } = TimeSpan.FromSeconds(1);

    public static TimeSpan LongestRollout { get; } = TimeSpan.FromHours(24);

    public static OptionValue RolloutTimeout { get; } = new(
        "DURATION",
        "a duration from 1s to 24h, such as 10m or 1m30s",
        text => DurationText.Parse(text) is { } duration && duration >= ShortestRollout && duration <= LongestRollout);

    public static OptionValue Age { get; } = new(
        "DURATION",
        "a duration from 1s to 24h, such as 10m or 1h30m",
        text => DurationText.Parse(text) is { } duration && duration >= TimeSpan.FromSeconds(1) && duration <= TimeSpan.FromHours(24));

    public static OptionValue Revision { get; } = new(
        "REVISION",
        "the number of a revision, such as 7, or family:7",
        text => int.TryParse(text[(text.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0);

    public static OptionValue Snapshot { get; } = new("ID", "the id of a snapshot, such as snap-0a1b2c3d, or latest", text => text == "latest" || SnapshotId().IsMatch(text));

    public static OptionValue Number(string placeholder, int minimum, int maximum) => new(
        placeholder,
        maximum == int.MaxValue ? $"a whole number of at least {minimum}" : $"a whole number from {minimum} to {maximum}",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum);

    public static OptionValue OneOf(string placeholder, params string[] words) =>
        new(placeholder, $"one of {string.Join(", ", words)}", text => words.Contains(text, StringComparer.OrdinalIgnoreCase));

    [GeneratedRegex("^snap-[0-9a-f]{8,17}$")]
    private static partial Regex SnapshotId();
}
