using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Params;

/// <summary>Placement constraints of a task or a service, and strategies of a service.</summary>
internal static class PlacementSyntax
{
    public static IReadOnlyList<PlacementRule> Constraints(DocumentValue value, params IReadOnlyCollection<string> types) =>
        [.. value.List().Select(item => Constraint(item, types))];

    public static IReadOnlyList<PlacementRule> Strategies(DocumentValue value) => [.. value.List().Select(Strategy)];

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
        var field = type is "spread" or "binpack" ? section.Required("field")?.Text() : section.Optional("field")?.Text();
        section.Done();
        return new PlacementRule(type, field);
    }
}
