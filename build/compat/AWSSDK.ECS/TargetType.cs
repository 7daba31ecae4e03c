using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class TargetType : ConstantClass
{
    public static readonly TargetType ContainerInstance = new("container-instance");

    public TargetType(string value)
        : base(value)
    {
    }

    public static TargetType FindValue(string value) => FindValue<TargetType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TargetType?(string? value) => value is null ? null : FindValue(value);
}
