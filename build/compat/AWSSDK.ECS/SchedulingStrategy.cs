using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class SchedulingStrategy : ConstantClass
{
    public static readonly SchedulingStrategy REPLICA = new("REPLICA");
    public static readonly SchedulingStrategy DAEMON = new("DAEMON");

    public SchedulingStrategy(string value)
        : base(value)
    {
    }

    public static SchedulingStrategy FindValue(string value) => FindValue<SchedulingStrategy>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SchedulingStrategy?(string? value) => value is null ? null : FindValue(value);
}
