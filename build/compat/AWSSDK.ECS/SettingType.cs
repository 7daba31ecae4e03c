using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class SettingType : ConstantClass
{
    public static readonly SettingType AwsManaged = new("aws_managed");
    public static readonly SettingType User = new("user");

    public SettingType(string value)
        : base(value)
    {
    }

    public static SettingType FindValue(string value) => FindValue<SettingType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SettingType?(string? value) => value is null ? null : FindValue(value);
}
