using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ClusterSettingName : ConstantClass
{
    public static readonly ClusterSettingName ContainerInsights = new("containerInsights");

    public ClusterSettingName(string value)
        : base(value)
    {
    }

    public static ClusterSettingName FindValue(string value) => FindValue<ClusterSettingName>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ClusterSettingName?(string? value) => value is null ? null : FindValue(value);
}
