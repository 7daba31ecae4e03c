using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class Compatibility : ConstantClass
{
    public static readonly Compatibility EC2 = new("EC2");
    public static readonly Compatibility FARGATE = new("FARGATE");
    public static readonly Compatibility EXTERNAL = new("EXTERNAL");
    public static readonly Compatibility MANAGED_INSTANCES = new("MANAGED_INSTANCES");

    public Compatibility(string value)
        : base(value)
    {
    }

    public static Compatibility FindValue(string value) => FindValue<Compatibility>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Compatibility?(string? value) => value is null ? null : FindValue(value);
}
