using System.Reflection;

namespace TickStack.Build.Tests.CircleCi;

/// <summary>The targets as the task classes of the host declare them.</summary>
internal static class HostTargets
{
    private static readonly Type[] Tasks =
        [.. typeof(Build.Settings.StackSettings).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsAbstract: false } && Attribute(type, "TaskName").Any())];

    public static Graph Graph { get; } = new(Tasks.ToDictionary(
        NameOf,
        IReadOnlyList<string> (task) => [.. Attribute(task, "IsDependentOn").Select(type => NameOf((Type)type!))]));

    /// <summary>Those that do something themselves; the others only gather targets.</summary>
    public static IReadOnlySet<string> WithBody { get; } = Tasks.Where(HasBody).Select(NameOf).ToHashSet();

    private static string NameOf(Type task) => (string)Attribute(task, "TaskName").Single()!;

    private static IEnumerable<object?> Attribute(Type type, string name) =>
        type.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.FullName == $"Cake.Frosting.{name}Attribute")
            .Select(attribute => attribute.ConstructorArguments[0].Value);

    private static bool HasBody(Type task) =>
        task.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Any(method => method.Name is "Run" or "RunAsync" && method.DeclaringType!.Namespace != "Cake.Frosting");
}
