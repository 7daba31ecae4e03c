using System.Globalization;
using System.Text.RegularExpressions;
using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Format;

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
