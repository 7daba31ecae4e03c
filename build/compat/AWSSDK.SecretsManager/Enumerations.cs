using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.SecretsManager;

public class StatusType : ConstantClass
{
    public static readonly StatusType InSync = new("InSync");
    public static readonly StatusType Failed = new("Failed");
    public static readonly StatusType InProgress = new("InProgress");

    public StatusType(string value)
        : base(value)
    {
    }

    public static StatusType FindValue(string value) => FindValue<StatusType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator StatusType?(string? value) => value is null ? null : FindValue(value);
}
