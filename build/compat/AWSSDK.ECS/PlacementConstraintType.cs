using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class PlacementConstraintType : ConstantClass
{
    public static readonly PlacementConstraintType DistinctInstance = new("distinctInstance");
    public static readonly PlacementConstraintType MemberOf = new("memberOf");

    public PlacementConstraintType(string value)
        : base(value)
    {
    }

    public static PlacementConstraintType FindValue(string value) => FindValue<PlacementConstraintType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PlacementConstraintType?(string? value) => value is null ? null : FindValue(value);
}
