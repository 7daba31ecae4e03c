using System.Globalization;
using System.Text.RegularExpressions;

namespace TickStack.Build.Tools.DotNet;

/// <summary>What the end of "dotnet test" says.</summary>
public sealed partial record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts Parse(IEnumerable<string> lines)
    {
        var counts = lines.Select(line => Count().Match(line)).Where(match => match.Success)
            .ToLookup(match => match.Groups["name"].Value, match => int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));
        return new TestCounts(counts["succeeded"].LastOrDefault(), counts["failed"].LastOrDefault(), counts["skipped"].LastOrDefault());
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed{(Skipped > 0 ? $", {Skipped} skipped" : string.Empty)}";

    [GeneratedRegex(@"^\s*(?<name>succeeded|failed|skipped): (?<count>\d+)\s*$")]
    private static partial Regex Count();
}
