using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class TaskDefinitionPlacementConstraintType : ConstantClass
{
    public static readonly TaskDefinitionPlacementConstraintType MemberOf = new("memberOf");

    public TaskDefinitionPlacementConstraintType(string value)
        : base(value)
    {
    }

    public static TaskDefinitionPlacementConstraintType FindValue(string value) => FindValue<TaskDefinitionPlacementConstraintType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TaskDefinitionPlacementConstraintType?(string? value) => value is null ? null : FindValue(value);
}
