using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECR;

public class FindingSeverity : ConstantClass
{
    public static readonly FindingSeverity INFORMATIONAL = new("INFORMATIONAL");
    public static readonly FindingSeverity LOW = new("LOW");
    public static readonly FindingSeverity MEDIUM = new("MEDIUM");
    public static readonly FindingSeverity HIGH = new("HIGH");
    public static readonly FindingSeverity CRITICAL = new("CRITICAL");
    public static readonly FindingSeverity UNDEFINED = new("UNDEFINED");

    public FindingSeverity(string value)
        : base(value)
    {
    }

    public static FindingSeverity FindValue(string value) => FindValue<FindingSeverity>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FindingSeverity?(string? value) => value is null ? null : FindValue(value);
}
