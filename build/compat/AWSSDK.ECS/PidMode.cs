using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class PidMode : ConstantClass
{
    public static readonly PidMode Host = new("host");
    public static readonly PidMode Task = new("task");

    public PidMode(string value)
        : base(value)
    {
    }

    public static PidMode FindValue(string value) => FindValue<PidMode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PidMode?(string? value) => value is null ? null : FindValue(value);
}
