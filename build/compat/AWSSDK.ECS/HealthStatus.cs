using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class HealthStatus : ConstantClass
{
    public static readonly HealthStatus HEALTHY = new("HEALTHY");
    public static readonly HealthStatus UNHEALTHY = new("UNHEALTHY");
    public static readonly HealthStatus UNKNOWN = new("UNKNOWN");

    public HealthStatus(string value)
        : base(value)
    {
    }

    public static HealthStatus FindValue(string value) => FindValue<HealthStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator HealthStatus?(string? value) => value is null ? null : FindValue(value);
}
