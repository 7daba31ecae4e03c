using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ServiceDiscovery;

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
