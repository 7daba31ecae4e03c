using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class Connectivity : ConstantClass
{
    public static readonly Connectivity CONNECTED = new("CONNECTED");
    public static readonly Connectivity DISCONNECTED = new("DISCONNECTED");

    public Connectivity(string value)
        : base(value)
    {
    }

    public static Connectivity FindValue(string value) => FindValue<Connectivity>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Connectivity?(string? value) => value is null ? null : FindValue(value);
}
