namespace Cake.Frosting;

/// <summary>Runs this task before another one. Such an edge is missing from <c>--tree</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type type) : Attribute
{
    public Type Task { get; } = type;
}
