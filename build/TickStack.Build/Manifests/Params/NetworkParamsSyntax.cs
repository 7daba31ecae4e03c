using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Params;

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
