using System.Text.RegularExpressions;

namespace TickStack.Build.Tests.Images;

/// <summary>The keys of a TOML file as "section.key"; values are none of its business.</summary>
internal static partial class ConfigurationKeys
{
    public static IReadOnlyList<string> Of(IEnumerable<string> lines)
    {
        var section = "";
        var keys = new List<string>();
        foreach (var line in lines)
        {
            if (Section().Match(line) is { Success: true } header)
            {
                section = header.Groups[1].Value + ".";
            }
            else if (Key().Match(line) is { Success: true } key)
            {
                keys.Add(section + key.Groups[1].Value);
            }
        }

        return keys;
    }

    [GeneratedRegex(@"^\s*\[+([\w.-]+)\]+\s*$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^\s*([\w-]+)\s*=")]
    private static partial Regex Key();
}
