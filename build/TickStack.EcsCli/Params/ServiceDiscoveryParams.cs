namespace TickStack.EcsCli.Params;

/// <summary>The Cloud Map service that the tasks register in. It exists already; this says which one it is.</summary>
public sealed record ServiceDiscoveryParams(string ServiceName, SourceLocation Location)
{
    /// <summary>"private" or "public".</summary>
    public required string Visibility { get; init; }

    public string? NamespaceId { get; init; }

    public string? NamespaceName { get; init; }

    /// <summary>"A" or "SRV"; null: what the network mode allows.</summary>
    public string? RecordType { get; init; }

    public string? ContainerName { get; init; }

    public int? ContainerPort { get; init; }
}

/// <summary>run_params.service_discovery.</summary>
internal static class ServiceDiscoverySyntax
{
    public static ServiceDiscoveryParams? Read(DocumentValue value)
    {
        var section = value.Mapping();
        var (privateSpace, publicSpace) = (section.Optional("private_dns_namespace"), section.Optional("public_dns_namespace"));
        var (id, name) = Namespace(privateSpace ?? publicSpace, privateSpace is not null);
        if (privateSpace is null == publicSpace is null)
        {
            value.Problem("exactly one of private_dns_namespace and public_dns_namespace is needed");
        }

        var (service, recordType) = Service(section.Required("service_discovery_service"));
        var discovery = new ServiceDiscoveryParams(service ?? "", value.Location)
        {
            Visibility = privateSpace is null ? "public" : "private",
            NamespaceId = id,
            NamespaceName = name,
            RecordType = recordType,
            ContainerName = (recordType == "SRV" ? section.Required("container_name") : section.Optional("container_name"))?.Text(),
            ContainerPort = (recordType == "SRV" ? section.Required("container_port") : section.Optional("container_port"))?.WholeNumber(1, 65535),
        };
        section.Done();
        return service is null ? null : discovery;
    }

    private static (string? Id, string? Name) Namespace(DocumentValue? value, bool isPrivate)
    {
        if (value is null)
        {
            return default;
        }

        var section = value.Mapping();
        var (id, name) = (section.Optional("id")?.Text(), section.Optional("name")?.Text());
        var vpc = isPrivate ? section.Optional("vpc")?.Text() : null;
        if (isPrivate)
        {
            _ = section.Optional("description")?.Text();
        }

        section.Done();
        if (id is null == name is null)
        {
            value.Problem("exactly one of id and name is needed");
        }
        else if (isPrivate && name is null != vpc is null)
        {
            value.Problem("a private namespace is found by id, or by name and vpc");
        }

        return (id, name);
    }

    private static (string? Name, string? RecordType) Service(DocumentValue? value)
    {
        if (value is null)
        {
            return default;
        }

        var section = value.Mapping();
        var name = section.Required("name")?.Text();
        _ = section.Optional("description")?.Text();
        var type = section.Optional("dns_config")?.Mapping() is { } dns ? RecordType(dns) : null;
        if (section.Optional("healthcheck_custom_config")?.Mapping() is { } check)
        {
            check.Optional("failure_threshold")?.WholeNumber(1, 10);
            check.Done();
        }

        section.Done();
        return (name, type);
    }

    private static string? RecordType(MappingReader dns)
    {
        var type = dns.Required("type")?.Choice("A", "SRV");
        dns.Optional("ttl")?.WholeNumber(0);
        dns.Done();
        return type;
    }
}
