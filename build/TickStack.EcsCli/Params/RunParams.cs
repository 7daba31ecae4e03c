namespace TickStack.EcsCli.Params;

/// <param name="Subnets">Ids.</param>
/// <param name="SecurityGroups">Ids.</param>
/// <param name="AssignPublicIp">"ENABLED", "DISABLED" or null.</param>
/// <param name="Location">Of the awsvpc_configuration section.</param>
public sealed record NetworkParams(IReadOnlyList<string> Subnets, IReadOnlyList<string> SecurityGroups, string? AssignPublicIp, SourceLocation Location);

/// <summary>run_params.network_configuration.</summary>
internal static class NetworkParamsSyntax
{
    public static NetworkParams? Read(DocumentValue value)
    {
        var network = value.Mapping();
        var section = network.Required("awsvpc_configuration");
        network.Done();
        return section is null ? null : Awsvpc(section);
    }

    private static NetworkParams Awsvpc(DocumentValue value)
    {
        var section = value.Mapping();
        var subnets = section.Required("subnets");
        if (subnets?.Node is SequenceNode { Items.Count: 0 })
        {
            subnets.Problem("at least one subnet is needed");
        }

        var network = new NetworkParams(
            subnets?.Texts() ?? [],
            section.Optional("security_groups")?.Texts() ?? [],
            section.Optional("assign_public_ip")?.Choice("ENABLED", "DISABLED"),
            value.Location);
        section.Done();
        return network;
    }
}

/// <param name="Type">Of a constraint "memberOf" or "distinctInstance", of a strategy "random", "spread" or "binpack".</param>
/// <param name="Argument">The constraint's expression or the strategy's field.</param>
public sealed record PlacementRule(string Type, string? Argument);

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
