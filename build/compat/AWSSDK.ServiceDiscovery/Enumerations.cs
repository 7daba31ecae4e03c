using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ServiceDiscovery;

public class HealthCheckType : ConstantClass
{
    public static readonly HealthCheckType HTTP = new("HTTP");
    public static readonly HealthCheckType HTTPS = new("HTTPS");
    public static readonly HealthCheckType TCP = new("TCP");

    public HealthCheckType(string value)
        : base(value)
    {
    }

    public static HealthCheckType FindValue(string value) => FindValue<HealthCheckType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator HealthCheckType?(string? value) => value is null ? null : FindValue(value);
}

public class RecordType : ConstantClass
{
    public static readonly RecordType SRV = new("SRV");
    public static readonly RecordType A = new("A");
    public static readonly RecordType AAAA = new("AAAA");
    public static readonly RecordType CNAME = new("CNAME");

    public RecordType(string value)
        : base(value)
    {
    }

    public static RecordType FindValue(string value) => FindValue<RecordType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RecordType?(string? value) => value is null ? null : FindValue(value);
}

public class RoutingPolicy : ConstantClass
{
    public static readonly RoutingPolicy MULTIVALUE = new("MULTIVALUE");
    public static readonly RoutingPolicy WEIGHTED = new("WEIGHTED");

    public RoutingPolicy(string value)
        : base(value)
    {
    }

    public static RoutingPolicy FindValue(string value) => FindValue<RoutingPolicy>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RoutingPolicy?(string? value) => value is null ? null : FindValue(value);
}

public class ServiceType : ConstantClass
{
    public static readonly ServiceType HTTP = new("HTTP");
    public static readonly ServiceType DNS_HTTP = new("DNS_HTTP");
    public static readonly ServiceType DNS = new("DNS");

    public ServiceType(string value)
        : base(value)
    {
    }

    public static ServiceType FindValue(string value) => FindValue<ServiceType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ServiceType?(string? value) => value is null ? null : FindValue(value);
}
