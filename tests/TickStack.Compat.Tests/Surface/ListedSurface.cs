using System.Text.RegularExpressions;

namespace TickStack.Compat.Tests.Surface;

/// <summary>The official public surface of one package, as Surfaces/PACKAGE.txt lists it: a line per type, then its members, indented.</summary>
internal sealed partial class ListedSurface
{
    private ListedSurface(IEnumerable<string> lines)
    {
        HashSet<string>? members = null;
        foreach (var line in lines)
        {
            if (!line.StartsWith(' ')) Types.Add(line, members = []);
            else foreach (var member in Members(line)) members!.Add(member);
        }
    }

    /// <summary>"sealed class Namespace.Name : Base, Interface" → its members: "string File", "void Run(T context)", …</summary>
    public Dictionary<string, HashSet<string>> Types { get; } = [];

    public static ListedSurface Of(string package) =>
        new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Surfaces", $"{package}.txt")).Where(line => line.Length > 0));

    // A method or constructor stands on a line of its own; properties share one, and so do the values of an enumeration.
    private static IEnumerable<string> Members(string line) => line.Contains('(', StringComparison.Ordinal)
        ? [line.Trim()]
        : Separator().Split(line.Trim()).Select(member => member.Replace(" {get}", "", StringComparison.Ordinal));

    [GeneratedRegex(@";\s*|(?<!<[^>]*),\s*")]
    private static partial Regex Separator();
}
