using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Terraform;

/// <summary>An IAM policy as its reviewer reads it: statement by statement, with what is new in every account replaced by a word.</summary>
internal static class PolicyText
{
    private static readonly string[] Known = ["Sid", "Effect", "Action", "Resource", "Principal", "Condition"];

    public static IEnumerable<JsonObject> Statements(string policy) =>
        JsonNode.Parse(policy)!["Statement"] is JsonArray several ? several.Select(statement => statement!.AsObject())
            : [JsonNode.Parse(policy)!["Statement"]!.AsObject()];

    public static IReadOnlyList<string> Values(JsonNode? value) => value switch
    {
        null => [],
        JsonArray several => [.. several.Select(each => each!.GetValue<string>())],
        _ => [value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()],
    };

    /// <param name="title">Name of the policy.</param>
    /// <param name="policy">JSON.</param>
    public static string Of(string title, string policy)
    {
        var text = new StringBuilder($"{title}\n");
        foreach (var statement in Statements(policy))
        {
            statement.Select(part => part.Key).ShouldBeSubsetOf(Known, $"{title}: {statement}");
            text.Append($"  {statement["Effect"]} {statement["Sid"]}".TrimEnd()).Append('\n');
            Add(text, "", Values(statement["Action"]));
            Add(text, "on ", Values(statement["Resource"]));
            Add(text, "by ", Pairs(statement["Principal"], " "));
            Add(text, "if ", (statement["Condition"] as JsonObject ?? []).SelectMany(test => Pairs(test.Value, " = ").Select(pair => $"{test.Key} {pair}")));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Pairs(JsonNode? map, string between) => map is JsonValue all
        ? [all.GetValue<string>()]
        : (map as JsonObject ?? []).SelectMany(pair => Values(pair.Value).Select(value => $"{pair.Key}{between}{value}"));

    private static void Add(StringBuilder text, string word, IEnumerable<string> lines)
    {
        foreach (var line in lines.Order(StringComparer.Ordinal))
        {
            text.Append("    ").Append(word).Append(line).Append('\n');
        }
    }
}
