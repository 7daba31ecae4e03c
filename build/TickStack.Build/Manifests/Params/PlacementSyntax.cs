using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Params;

/// <summary>Placement constraints of a task or a service, and strategies of a service.</summary>
internal static class PlacementSyntax
{
    public static PlacementRule Constraint(DocumentValue value, params IReadOnlyCollection<string> types)
    {
        var section = value.Mapping();
        var type = section.Required("type")?.Choice(types) ?? "";
        var expression = type == "memberOf" ? section.Required("expression")?.Text() : section.Optional("expression")?.Text();
        section.Done();
        return new PlacementRule(type, expression);
    }

    public static PlacementRule Strategy(DocumentValue value)
    {
        var section = value.Mapping();
        var type = section.Required("type")?.Choice("random", "spread", "binpack") ?? "";
        var field = type is "spread" or "binpack" ? section.Required("field")?.Text() : section.Optional("field")?.Text();
        section.Done();
        return new PlacementRule(type, field);
    }
}
