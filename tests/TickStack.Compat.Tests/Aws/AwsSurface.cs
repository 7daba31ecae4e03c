using System.Text.RegularExpressions;

namespace TickStack.Compat.Tests.Aws;

/// <summary>The official public surface of one client package, as Surfaces/AWSSDK.SERVICE.md lists it.</summary>
internal sealed partial class AwsSurface
{
    private AwsSurface(string text)
    {
        Operations = Operation().Matches(text).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["signature"].Value);
        Exceptions = Operation().Matches(text).SelectMany(match => match.Groups["errors"].Value.Split(", ")).Select(ClassOf).ToHashSet();
        Models = Model().Matches(text).ToDictionary(match => match.Groups["name"].Value, match => Members(match.Groups["members"].Value));
        Constants = Constant().Matches(text).ToDictionary(match => match.Groups["name"].Value, match => Values(match.Groups["values"].Value));
    }

    /// <summary>Method → signature without default values.</summary>
    public IReadOnlyDictionary<string, string> Operations { get; }

    /// <summary>Classes: the SDK gives each the suffix, which an error's own name need not have.</summary>
    public IReadOnlySet<string> Exceptions { get; }

    /// <summary>Class → "Type Name" of each property.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Models { get; }

    /// <summary>Class → "Name = value" of each field.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Constants { get; }

    public static AwsSurface Of(string service) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Surfaces", $"AWSSDK.{service}.md")));

    private static string ClassOf(string error) => error.EndsWith("Exception", StringComparison.Ordinal) ? error : $"{error}Exception";

    private static HashSet<string> Members(string text) =>
        [.. text.Split(';').Select(member => Remark().Replace(member, "").Trim()).Where(member => member.Length > 0)];

    private static HashSet<string> Values(string text) => [.. text.Split(", ").Select(value => value.Replace("\"", "", StringComparison.Ordinal).Trim())];

    [GeneratedRegex(@"^(?<signature>Task<\w+> (?<name>\w+)\(.*?)( = default)?\)   // errors: (?<errors>.*)$", RegexOptions.Multiline)]
    private static partial Regex Operation();

    [GeneratedRegex(@"^class Amazon\.\w+\.Model\.(?<name>\w+) \{(?<members>.*)\}$", RegexOptions.Multiline)]
    private static partial Regex Model();

    [GeneratedRegex(@"^class Amazon\.\w+\.(?<name>\w+) : ConstantClass \{(?<values>.*)\}$", RegexOptions.Multiline)]
    private static partial Regex Constant();

    [GeneratedRegex(@"/\*.*?\*/")]
    private static partial Regex Remark();
}
