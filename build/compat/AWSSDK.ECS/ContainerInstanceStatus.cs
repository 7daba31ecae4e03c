using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ContainerInstanceStatus : ConstantClass
{
    public static readonly ContainerInstanceStatus ACTIVE = new("ACTIVE");
    public static readonly ContainerInstanceStatus DRAINING = new("DRAINING");
    public static readonly ContainerInstanceStatus REGISTERING = new("REGISTERING");
    public static readonly ContainerInstanceStatus DEREGISTERING = new("DEREGISTERING");
    public static readonly ContainerInstanceStatus REGISTRATION_FAILED = new("REGISTRATION_FAILED");

    public ContainerInstanceStatus(string value)
        : base(value)
    {
    }

    public static ContainerInstanceStatus FindValue(string value) => FindValue<ContainerInstanceStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ContainerInstanceStatus?(string? value) => value is null ? null : FindValue(value);
}
