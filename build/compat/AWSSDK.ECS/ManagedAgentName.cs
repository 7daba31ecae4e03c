using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ManagedAgentName : ConstantClass
{
    public static readonly ManagedAgentName ExecuteCommandAgent = new("ExecuteCommandAgent");

    public ManagedAgentName(string value)
        : base(value)
    {
    }

    public static ManagedAgentName FindValue(string value) => FindValue<ManagedAgentName>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ManagedAgentName?(string? value) => value is null ? null : FindValue(value);
}
