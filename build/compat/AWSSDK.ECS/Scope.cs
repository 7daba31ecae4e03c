using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class Scope : ConstantClass
{
    public static readonly Scope Task = new("task");
    public static readonly Scope Shared = new("shared");

    public Scope(string value)
        : base(value)
    {
    }

    public static Scope FindValue(string value) => FindValue<Scope>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Scope?(string? value) => value is null ? null : FindValue(value);
}
