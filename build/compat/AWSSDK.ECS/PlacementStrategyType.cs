using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class PlacementStrategyType : ConstantClass
{
    public static readonly PlacementStrategyType Random = new("random");
    public static readonly PlacementStrategyType Spread = new("spread");
    public static readonly PlacementStrategyType Binpack = new("binpack");

    public PlacementStrategyType(string value)
        : base(value)
    {
    }

    public static PlacementStrategyType FindValue(string value) => FindValue<PlacementStrategyType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PlacementStrategyType?(string? value) => value is null ? null : FindValue(value);
}
