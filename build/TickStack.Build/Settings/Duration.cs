using System.Globalization;
using System.Text.RegularExpressions;

namespace TickStack.Build.Settings;

/// <summary>A length of time as people write it: "90s", "10m", "1h30m"; whole seconds, longer than nothing, at most a day.</summary>
public static partial class Duration
{
    public const string Allowed = "hours, minutes and seconds such as 10m, 90s or 1h30m, at most 24h";

    public static TimeSpan? Parse(string text)
    {
        var match = Syntax().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var duration = new TimeSpan(Number(match.Groups["h"]), Number(match.Groups["m"]), Number(match.Groups["s"]));
        return duration > TimeSpan.Zero && duration <= TimeSpan.FromDays(1) ? duration : null;
    }

    public static string Format(TimeSpan duration) =>
        $"{Part((int)duration.TotalHours, 'h')}{Part(duration.Minutes, 'm')}{Part(duration.Seconds, 's')}";

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static string Part(int number, char unit) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");

    [GeneratedRegex(@"^((?<h>[0-9]{1,2})h)?((?<m>[0-9]{1,4})m)?((?<s>[0-9]{1,5})s)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Syntax();
}
