namespace Amazon.ServiceDiscovery.Model;

public class DnsConfig
{
    /// <summary>Deprecated; the service has one of its own.</summary>
    public string? NamespaceId { get; set; }

    public RoutingPolicy? RoutingPolicy { get; set; }

    public List<DnsRecord>? DnsRecords { get; set; }
}
