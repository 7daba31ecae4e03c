using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class EFSAuthorizationConfigIAM : ConstantClass
{
    public static readonly EFSAuthorizationConfigIAM ENABLED = new("ENABLED");
    public static readonly EFSAuthorizationConfigIAM DISABLED = new("DISABLED");

    public EFSAuthorizationConfigIAM(string value)
        : base(value)
    {
    }

    public static EFSAuthorizationConfigIAM FindValue(string value) => FindValue<EFSAuthorizationConfigIAM>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EFSAuthorizationConfigIAM?(string? value) => value is null ? null : FindValue(value);
}
