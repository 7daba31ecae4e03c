using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ProxyConfigurationType : ConstantClass
{
    public static readonly ProxyConfigurationType APPMESH = new("APPMESH");

    public ProxyConfigurationType(string value)
        : base(value)
    {
    }

    public static ProxyConfigurationType FindValue(string value) => FindValue<ProxyConfigurationType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ProxyConfigurationType?(string? value) => value is null ? null : FindValue(value);
}
