using System.Text.RegularExpressions;
using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Params;

/// <summary>Placement constraints of a task or a service, and strategies of a service.</summary>
internal static partial class PlacementSyntax
{
    public static IReadOnlyList<PlacementRule> Constraints(DocumentValue value, params IReadOnlyCollection<string> types) =>
        [.. AtMost(value, 10).Select(item => Constraint(item, types))];

    public static IReadOnlyList<PlacementRule> Strategies(DocumentValue value) => [.. AtMost(value, 5).Select(Strategy)];

    private static PlacementRule Constraint(DocumentValue value, IReadOnlyCollection<string> types)
    {
        var section = value.Mapping();
        var type = section.Required("type")?.Choice(types) ?? "";
        var expression = type == "memberOf" ? section.Required("expression")?.Text() : section.Optional("expression")?.Text();
        section.Done();
        return new PlacementRule(type, expression);
    }

    private static PlacementRule Strategy(DocumentValue value)
    {
        var section = value.Mapping();
        var type = section.Required("type")?.Choice("random", "spread", "binpack") ?? "";
        var field = type switch
        {
            "binpack" => section.Required("field")?.Text(Resource(), "cpu or memory"),
            "spread" => section.Required("field")?.Text(),
            _ => section.Optional("field")?.Text(),
        };
        section.Done();
        return new PlacementRule(type, field);
    }

    private static IReadOnlyList<DocumentValue> AtMost(DocumentValue value, int most)
    {
        var items = value.List();
        if (items.Count > most)
        {
            value.Problem($"ECS takes {most} at most, but here are {items.Count}");
        }

        return items;
    }

    [GeneratedRegex("^(cpu|memory)\\z", RegexOptions.IgnoreCase)]
    private static partial Regex Resource();
}
