using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ContainerCondition : ConstantClass
{
    public static readonly ContainerCondition START = new("START");
    public static readonly ContainerCondition COMPLETE = new("COMPLETE");
    public static readonly ContainerCondition SUCCESS = new("SUCCESS");
    public static readonly ContainerCondition HEALTHY = new("HEALTHY");

    public ContainerCondition(string value)
        : base(value)
    {
    }

    public static ContainerCondition FindValue(string value) => FindValue<ContainerCondition>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ContainerCondition?(string? value) => value is null ? null : FindValue(value);
}
