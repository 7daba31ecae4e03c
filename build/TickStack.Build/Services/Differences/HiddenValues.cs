using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TickStack.Build.Services.Differences;

/// <summary>Takes values out of a task definition that a person may have put where a secret does not belong: a variable whose name says
/// password. What ECS calls secrets are references, and stay.</summary>
internal static partial class HiddenValues
{
    private const string Hidden = "(hidden)";
    private const string Changed = "(hidden, another value)";

    /// <param name="definition">Is changed.</param>
    /// <param name="before">What it is compared with: a value that differs from it shows that much.</param>
    public static JsonObject In(JsonObject definition, JsonObject? before = null)
    {
        foreach (var (container, variable) in Variables(definition).ToList())
        {
            var earlier = before is null ? null : Variables(before).FirstOrDefault(other => other.Container == container && Name(other.Variable) == Name(variable)).Variable;
            variable["value"] = earlier is null || Value(earlier) == Value(variable) ? Hidden : Changed;
        }

        return definition;
    }

    private static IEnumerable<(string Container, JsonObject Variable)> Variables(JsonObject definition) =>
        from container in definition["containerDefinitions"]?.AsArray() ?? []
        from variable in container!["environment"]?.AsArray() ?? []
        where Secret().IsMatch(Name(variable!.AsObject()))
        select ((string?)container["name"] ?? "", variable.AsObject());

    private static string Name(JsonObject variable) => (string?)variable["name"] ?? "";

    private static string Value(JsonObject variable) => (string?)variable["value"] ?? "";

    [GeneratedRegex("PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
