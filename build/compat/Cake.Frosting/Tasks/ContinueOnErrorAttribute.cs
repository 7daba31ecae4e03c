namespace Cake.Frosting;

/// <summary>Lets the build go on, successful, when this task fails.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContinueOnErrorAttribute : Attribute;
