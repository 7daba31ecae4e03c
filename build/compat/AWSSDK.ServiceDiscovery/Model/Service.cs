namespace Amazon.ServiceDiscovery.Model;

public class Service
{
    /// <summary>As in "srv-0123456789abcdef".</summary>
    public string? Id { get; set; }

    public string? Arn { get; set; }

    public string? Name { get; set; }

    public string? NamespaceId { get; set; }

    public string? Description { get; set; }

    /// <summary>Those that are registered, healthy or not.</summary>
    public int? InstanceCount { get; set; }

    public DnsConfig? DnsConfig { get; set; }

    public ServiceType? Type { get; set; }

    public HealthCheckConfig? HealthCheckConfig { get; set; }

    public HealthCheckCustomConfig? HealthCheckCustomConfig { get; set; }

    public DateTime? CreateDate { get; set; }

    public string? CreatorRequestId { get; set; }
}
