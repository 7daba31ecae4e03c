namespace TickStack.EcsCli.Format;

/// <summary>Conversions that both formats need beyond the strict ones of Documents.</summary>
public static class ManifestValues
{
    /// <summary>A whole number, in quotes or not: ecs-cli's users write both.</summary>
    public static int? WholeNumber(this DocumentValue value, int minimum, int maximum = int.MaxValue)
    {
        var unquoted = value.Node is ScalarNode { Form: ScalarForm.Quoted } scalar ? scalar with { Form = ScalarForm.Plain } : value.Node;
        return new DocumentValue(unquoted, value.Path, value.Problems).Number(minimum, maximum);
    }

    /// <summary>One text or a list of them.</summary>
    public static IReadOnlyList<string> TextOrList(this DocumentValue value) =>
        value.Node is SequenceNode ? value.Texts() : value.Text() is { } text ? [text] : [];

    /// <summary>A command line or the list of its words.</summary>
    public static IReadOnlyList<string>? Words(this DocumentValue value)
    {
        if (value.Node is SequenceNode)
        {
            return value.Texts();
        }

        if (value.Text() is not { } line)
        {
            return null;
        }

        var words = ShellWords.Split(line);
        if (words is null)
        {
            value.Problem("a quote is not closed", "close it, or write the words as a list");
        }

        return words;
    }

    /// <summary>A mapping, or a list of "key=value"; a key without a value comes with null.</summary>
    public static IReadOnlyList<(string Key, string? Text, DocumentValue Value)> Pairs(this DocumentValue value) =>
        value.Node is SequenceNode
            ? [.. value.List().Select(item => (item, Text: item.Text())).Where(pair => pair.Text is not null).Select(pair => Pair(pair.Text!, pair.item))]
            : [.. value.Entries().Select(pair => (pair.Key.Key, IsNull(pair.Value) ? null : pair.Value.Text() ?? "", pair.Value))];

    /// <summary>Seconds of a duration such as "1m30s"; ECS knows no parts of a second.</summary>
    public static int? Seconds(this DocumentValue value, int minimum, int maximum = int.MaxValue)
    {
        if (value.Duration(TimeSpan.FromSeconds(minimum), maximum == int.MaxValue ? null : TimeSpan.FromSeconds(maximum)) is not { } span)
        {
            return null;
        }

        if (span.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            value.MustBe("whole seconds");
            return null;
        }

        return (int)span.TotalSeconds;
    }

    /// <summary>The same, but a number without a unit is seconds too.</summary>
    public static int? SecondsOrNumber(this DocumentValue value, int minimum, int maximum) =>
        value.Node is ScalarNode scalar && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? value.WholeNumber(minimum, maximum)
            : value.Seconds(minimum, maximum);

    private static bool IsNull(DocumentValue value) => value.Node is ScalarNode { IsNull: true };

    private static (string Key, string? Text, DocumentValue Value) Pair(string text, DocumentValue item)
    {
        var parts = text.Split('=', 2);
        return (parts[0], parts.Length == 2 ? parts[1] : null, item);
    }
}

/// <summary>Sizes such as "512m", "1.5 GB", "131072k"; a number without a unit is bytes. ECS counts in MiB, and so does everything here.</summary>
public static partial class MemorySize
{
    /// <summary>Below this Docker starts no container.</summary>
    public const int ContainerMinimum = 6;

    private static readonly Dictionary<char, double> Bytes = new() { ['b'] = 1, ['k'] = 1 << 10, ['m'] = 1 << 20, ['g'] = 1 << 30, ['t'] = 1L << 40 };

    /// <summary>Whole MiB, rounded down; null after having reported that the text is no size or the size too small.</summary>
    public static int? Mebibytes(this DocumentValue value, int minimum)
    {
        if (value.Text() is not { } text)
        {
            return null;
        }

        if (Parse(text) is not { } bytes || bytes >= int.MaxValue * Bytes['m'])
        {
            value.Problem($"'{text}' is no size", "write a number and its unit: 512m, 1.5g, 131072k");
            return null;
        }

        var mebibytes = (int)Math.Floor(bytes / Bytes['m']);
        if (mebibytes < minimum)
        {
            var unit = char.IsAsciiDigit(text.Trim()[^1]) ? $"; a number without a unit is bytes: did you mean '{text.Trim()}m'?" : "";
            value.Problem($"'{text}' is {mebibytes} MiB", $"the least is {minimum} MiB{unit}");
            return null;
        }

        return mebibytes;
    }

    /// <summary>MiB of a task's size, in which a number without a unit is MiB.</summary>
    internal static int? TaskMebibytes(string text) =>
        Parse(char.IsAsciiDigit(text[^1]) ? $"{text}m" : text) is { } bytes ? (int)Math.Min(int.MaxValue, bytes / Bytes['m']) : null;

    internal static double? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value;
        return double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * Bytes[unit.Length == 0 ? 'b' : char.ToLowerInvariant(unit[0])];
    }

    [GeneratedRegex(@"^(?<number>\d+(\.\d+)?)\s*((?<unit>[kmgt])(i?b)?|(?<unit>b))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}

/// <summary>A volume that Docker manages, with its driver's settings.</summary>
public sealed record DockerVolume(string Name, SourceLocation Location)
{
    /// <summary>"task" or "shared".</summary>
    public string? Scope { get; init; }

    public bool? Autoprovision { get; init; }

    public string? Driver { get; init; }

    public IReadOnlyDictionary<string, string> DriverOptions { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
