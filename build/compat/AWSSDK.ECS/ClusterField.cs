using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ClusterField : ConstantClass
{
    public static readonly ClusterField ATTACHMENTS = new("ATTACHMENTS");
    public static readonly ClusterField CONFIGURATIONS = new("CONFIGURATIONS");
    public static readonly ClusterField SETTINGS = new("SETTINGS");
    public static readonly ClusterField STATISTICS = new("STATISTICS");
    public static readonly ClusterField TAGS = new("TAGS");

    public ClusterField(string value)
        : base(value)
    {
    }

    public static ClusterField FindValue(string value) => FindValue<ClusterField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ClusterField?(string? value) => value is null ? null : FindValue(value);
}
