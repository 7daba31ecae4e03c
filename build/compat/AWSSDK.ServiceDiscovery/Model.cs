using Amazon.Runtime;

namespace Amazon.ServiceDiscovery.Model;

public class GetServiceRequest : AmazonServiceDiscoveryRequest
{
    /// <summary>As in "srv-0123456789abcdef"; the ARN where the namespace is shared with the account.</summary>
    public string? Id { get; set; }
}

public class GetServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}

public class DnsConfig
{
    /// <summary>Deprecated; the service has one of its own.</summary>
    public string? NamespaceId { get; set; }

    public RoutingPolicy? RoutingPolicy { get; set; }

    public List<DnsRecord>? DnsRecords { get; set; }
}

public class DnsRecord
{
    public RecordType? Type { get; set; }

    /// <summary>Seconds.</summary>
    public long? TTL { get; set; }
}

public class HealthCheckConfig
{
    public HealthCheckType? Type { get; set; }

    public string? ResourcePath { get; set; }

    /// <summary>Checks in a row, 1 to 10.</summary>
    public int? FailureThreshold { get; set; }
}

public class HealthCheckCustomConfig
{
    /// <summary>Deprecated: always 1.</summary>
    public int? FailureThreshold { get; set; }
}

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
