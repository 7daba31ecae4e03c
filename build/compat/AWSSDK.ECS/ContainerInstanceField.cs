using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ContainerInstanceField : ConstantClass
{
    public static readonly ContainerInstanceField TAGS = new("TAGS");
    public static readonly ContainerInstanceField CONTAINER_INSTANCE_HEALTH = new("CONTAINER_INSTANCE_HEALTH");

    public ContainerInstanceField(string value)
        : base(value)
    {
    }

    public static ContainerInstanceField FindValue(string value) => FindValue<ContainerInstanceField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ContainerInstanceField?(string? value) => value is null ? null : FindValue(value);
}
