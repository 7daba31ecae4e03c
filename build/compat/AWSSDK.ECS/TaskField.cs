using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class TaskField : ConstantClass
{
    public static readonly TaskField TAGS = new("TAGS");

    public TaskField(string value)
        : base(value)
    {
    }

    public static TaskField FindValue(string value) => FindValue<TaskField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TaskField?(string? value) => value is null ? null : FindValue(value);
}
