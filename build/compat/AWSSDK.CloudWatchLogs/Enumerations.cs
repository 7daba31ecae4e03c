using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

public class LogGroupClass : ConstantClass
{
    public static readonly LogGroupClass STANDARD = new("STANDARD");
    public static readonly LogGroupClass INFREQUENT_ACCESS = new("INFREQUENT_ACCESS");
    public static readonly LogGroupClass DELIVERY = new("DELIVERY");

    public LogGroupClass(string value)
        : base(value)
    {
    }

    public static LogGroupClass FindValue(string value) => FindValue<LogGroupClass>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator LogGroupClass?(string? value) => value is null ? null : FindValue(value);
}
