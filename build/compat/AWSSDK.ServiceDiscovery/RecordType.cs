using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ServiceDiscovery;

public class RecordType : ConstantClass
{
    public static readonly RecordType SRV = new("SRV");
    public static readonly RecordType A = new("A");
    public static readonly RecordType AAAA = new("AAAA");
    public static readonly RecordType CNAME = new("CNAME");

    public RecordType(string value)
        : base(value)
    {
    }

    public static RecordType FindValue(string value) => FindValue<RecordType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RecordType?(string? value) => value is null ? null : FindValue(value);
}
