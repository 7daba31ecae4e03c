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
