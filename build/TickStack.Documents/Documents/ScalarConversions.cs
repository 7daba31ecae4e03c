using System.Globalization;
using System.Text.RegularExpressions;
using TickStack.Failures;

namespace TickStack.Documents;

/// <summary>What a scalar may mean. Each conversion returns null after it has reported what is wrong.</summary>
public static class ScalarConversions
{
    public static string? Text(this DocumentValue value)
    {
        if (value.Node is ScalarNode { IsNull: false, Form: not ScalarForm.Literal } scalar)
        {
            return scalar.Value;
        }

        value.MustBe(value.Node is ScalarNode { Form: ScalarForm.Literal } ? "text in double quotes" : "text");
        return null;
    }

    /// <param name="value">The value.</param>
    /// <param name="pattern">What the whole text must match.</param>
    /// <param name="allowed">The same for people to read: "twelve digits".</param>
    public static string? Text(this DocumentValue value, Regex pattern, string allowed)
    {
        if (value.Text() is not { } text || pattern.IsMatch(text))
        {
            return value.Node is ScalarNode { IsNull: false, Form: not ScalarForm.Literal } scalar ? scalar.Value : null;
        }

        value.MustBe(allowed);
        return null;
    }

    public static int? Number(this DocumentValue value, int minimum = int.MinValue, int maximum = int.MaxValue)
    {
        if (value.Node is ScalarNode { IsNull: false, Form: not ScalarForm.Quoted } scalar
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum)
        {
            return number;
        }

        value.MustBe("a whole number" + Range(minimum == int.MinValue ? null : $"{minimum}", maximum == int.MaxValue ? null : $"{maximum}"));
        return null;
    }

    public static bool? Flag(this DocumentValue value)
    {
        if (value.Node is ScalarNode { Form: not ScalarForm.Quoted, Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        value.MustBe("true or false");
        return null;
    }

    /// <summary>A time span as Go writes it: "1m30s", "500ms".</summary>
    public static TimeSpan? Duration(this DocumentValue value, TimeSpan? minimum = null, TimeSpan? maximum = null)
    {
        if (value.Node is ScalarNode scalar && DurationText.Parse(scalar.Value) is { } span
            && span >= (minimum ?? TimeSpan.Zero) && span <= (maximum ?? TimeSpan.MaxValue))
        {
            return span;
        }

        var range = Range(minimum is { } low ? DurationText.Format(low) : null, maximum is { } high ? DurationText.Format(high) : null);
        value.MustBe($"a duration{range}, such as '10m' or '1m30s'");
        return null;
    }

    /// <summary>One of a few words; a near miss is suggested.</summary>
    public static string? Choice(this DocumentValue value, params IReadOnlyCollection<string> words)
    {
        if (value.Text() is not { } text)
        {
            return null;
        }

        if (words.Contains(text))
        {
            return text;
        }

        var remedy = Suggestion.Nearest(text, words) is { } nearest ? $"did you mean '{nearest}'?" : null;
        value.Problem($"'{text}' is not one of {string.Join(", ", words)}", remedy);
        return null;
    }

    private static string Range(string? minimum, string? maximum) => (minimum, maximum) switch
    {
        (null, null) => "",
        (_, null) => $" of at least {minimum}",
        (null, _) => $" of at most {maximum}",
        _ => $" from {minimum} to {maximum}",
    };
}
