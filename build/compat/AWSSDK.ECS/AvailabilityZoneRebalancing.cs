using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class AvailabilityZoneRebalancing : ConstantClass
{
    public static readonly AvailabilityZoneRebalancing ENABLED = new("ENABLED");
    public static readonly AvailabilityZoneRebalancing DISABLED = new("DISABLED");

    public AvailabilityZoneRebalancing(string value)
        : base(value)
    {
    }

    public static AvailabilityZoneRebalancing FindValue(string value) => FindValue<AvailabilityZoneRebalancing>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AvailabilityZoneRebalancing?(string? value) => value is null ? null : FindValue(value);
}
