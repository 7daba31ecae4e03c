using System.Globalization;
using System.Text.RegularExpressions;

namespace TickStack.Documents;

/// <summary>Time spans in the notation of Go, which docker-compose and ecs-params use: "1h", "1m30s", "500ms", "1.5s".</summary>
public static partial class DurationText
{
    private static readonly Dictionary<string, TimeSpan> Units = new()
    {
        ["h"] = TimeSpan.FromHours(1),
        ["m"] = TimeSpan.FromMinutes(1),
        ["s"] = TimeSpan.FromSeconds(1),
        ["ms"] = TimeSpan.FromMilliseconds(1),
        ["us"] = TimeSpan.FromMicroseconds(1),
    };

    /// <summary>Null when the text is no duration. Without a unit only "0" is one.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        var match = Pattern().Match(text);
        return match.Success ? Sum(match) : null;
    }

    public static string Format(TimeSpan span)
    {
        var hours = span.TotalHours >= 1 ? $"{Math.Floor(span.TotalHours).ToString(CultureInfo.InvariantCulture)}h" : "";
        var minutes = span.Minutes > 0 ? $"{span.Minutes}m" : "";
        var seconds = span.Seconds > 0 ? $"{span.Seconds}s" : "";
        var rest = span.Milliseconds > 0 ? $"{span.Milliseconds}ms" : "";
        return string.Concat(hours, minutes, seconds, rest) is { Length: > 0 } text ? text : "0s";
    }

    private static TimeSpan? Sum(Match match)
    {
        var seconds = match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures)
            .Sum(part => double.Parse(part.First.ValueSpan, CultureInfo.InvariantCulture) * Units[part.Second.Value].TotalSeconds);
        return seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
    }

    [GeneratedRegex(@"^((?<number>\d+(\.\d+)?)(?<unit>ms|us|h|m|s))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
