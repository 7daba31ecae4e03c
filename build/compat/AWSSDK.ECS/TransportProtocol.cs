using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class TransportProtocol : ConstantClass
{
    public static readonly TransportProtocol Tcp = new("tcp");
    public static readonly TransportProtocol Udp = new("udp");

    public TransportProtocol(string value)
        : base(value)
    {
    }

    public static TransportProtocol FindValue(string value) => FindValue<TransportProtocol>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TransportProtocol?(string? value) => value is null ? null : FindValue(value);
}
