using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class EnvironmentFileType : ConstantClass
{
    public static readonly EnvironmentFileType S3 = new("s3");

    public EnvironmentFileType(string value)
        : base(value)
    {
    }

    public static EnvironmentFileType FindValue(string value) => FindValue<EnvironmentFileType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EnvironmentFileType?(string? value) => value is null ? null : FindValue(value);
}
