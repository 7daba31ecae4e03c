using System.Globalization;
using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Format;

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
        if (value.Duration(TimeSpan.FromSeconds(minimum), TimeSpan.FromSeconds(maximum)) is not { } span)
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
