using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ServiceDiscovery;

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
