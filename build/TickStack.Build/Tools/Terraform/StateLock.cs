using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TickStack.Build.Tools.Terraform;

/// <summary>Who holds the lock on a root's state.</summary>
/// <param name="Id">What "terraform force-unlock" takes.</param>
/// <param name="Operation">As Terraform calls it: "OperationTypeApply".</param>
/// <param name="Who">"user@host".</param>
/// <param name="Created">By the clock of that host.</param>
public sealed partial record StateLock(string Id, string Operation, string Who, DateTimeOffset Created)
{
    private const string Prefix = "OperationType";

    /// <summary>"an apply", "a plan"; Terraform's own word for what is neither.</summary>
    public string Doing => Operation switch
    {
        Prefix + "Apply" => "an apply",
        Prefix + "Plan" => "a plan",
        _ => Operation.StartsWith(Prefix, StringComparison.Ordinal) ? Operation[Prefix.Length..] : Operation,
    };

    /// <summary>Of the object that the S3 backend puts beside the state: { "ID", "Operation", "Who", "Created", … }.</summary>
    public static StateLock Parse(string json) => JsonSerializer.Deserialize<StateLock>(json, JsonSerializerOptions.Web)!;

    /// <summary>Of what Terraform prints when another one holds the lock; null when that is not what it prints.</summary>
    public static StateLock? In(string text)
    {
        var match = LockInfo().Match(text);
        return match.Success
            ? new StateLock(match.Groups["id"].Value, match.Groups["operation"].Value, match.Groups["who"].Value, Time(match.Groups["created"].Value))
            : null;
    }

    // Go's own format, "2026-01-31 12:34:56.789012345 +0000 UTC": in nanoseconds, and always in UTC.
    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text.Split('.')[0].Replace(" +0000 UTC", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.MinValue;

    // A frame of bars stands before each line on some terminals.
    [GeneratedRegex(
        @"^\W*ID: +(?<id>[0-9A-Za-z-]+)\s*$.*?^\W*Operation: +(?<operation>\S+)\s*$.*?^\W*Who: +(?<who>\S+)\s*$.*?^\W*Created: +(?<created>[^\r\n]+?)\s*$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex LockInfo();
}
