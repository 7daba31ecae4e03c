using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class EFSTransitEncryption : ConstantClass
{
    public static readonly EFSTransitEncryption ENABLED = new("ENABLED");
    public static readonly EFSTransitEncryption DISABLED = new("DISABLED");

    public EFSTransitEncryption(string value)
        : base(value)
    {
    }

    public static EFSTransitEncryption FindValue(string value) => FindValue<EFSTransitEncryption>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EFSTransitEncryption?(string? value) => value is null ? null : FindValue(value);
}
