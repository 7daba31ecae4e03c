using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ServiceField : ConstantClass
{
    public static readonly ServiceField TAGS = new("TAGS");

    public ServiceField(string value)
        : base(value)
    {
    }

    public static ServiceField FindValue(string value) => FindValue<ServiceField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ServiceField?(string? value) => value is null ? null : FindValue(value);
}
