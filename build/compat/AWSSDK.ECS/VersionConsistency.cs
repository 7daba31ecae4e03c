using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class VersionConsistency : ConstantClass
{
    public static readonly VersionConsistency Enabled = new("enabled");
    public static readonly VersionConsistency Disabled = new("disabled");

    public VersionConsistency(string value)
        : base(value)
    {
    }

    public static VersionConsistency FindValue(string value) => FindValue<VersionConsistency>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator VersionConsistency?(string? value) => value is null ? null : FindValue(value);
}
