using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class FirelensConfigurationType : ConstantClass
{
    public static readonly FirelensConfigurationType Fluentd = new("fluentd");
    public static readonly FirelensConfigurationType Fluentbit = new("fluentbit");

    public FirelensConfigurationType(string value)
        : base(value)
    {
    }

    public static FirelensConfigurationType FindValue(string value) => FindValue<FirelensConfigurationType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FirelensConfigurationType?(string? value) => value is null ? null : FindValue(value);
}
