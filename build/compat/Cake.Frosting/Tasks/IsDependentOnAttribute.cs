namespace Cake.Frosting;

/// <summary>Runs another task before this one; several run in the order they are written.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    public Type Task { get; } = type;
}
