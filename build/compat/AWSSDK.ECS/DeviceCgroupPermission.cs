using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class DeviceCgroupPermission : ConstantClass
{
    public static readonly DeviceCgroupPermission Read = new("read");
    public static readonly DeviceCgroupPermission Write = new("write");
    public static readonly DeviceCgroupPermission Mknod = new("mknod");

    public DeviceCgroupPermission(string value)
        : base(value)
    {
    }

    public static DeviceCgroupPermission FindValue(string value) => FindValue<DeviceCgroupPermission>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DeviceCgroupPermission?(string? value) => value is null ? null : FindValue(value);
}
