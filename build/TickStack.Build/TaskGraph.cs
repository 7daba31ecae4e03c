using System.Reflection;
using Cake.Frosting;

namespace TickStack.Build;

/// <summary>The targets, read from the attributes of the task classes.</summary>
public static class TaskGraph
{
    public static IReadOnlyList<Type> Tasks { get; } =
        [.. typeof(TaskGraph).Assembly.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: false } && typeof(IFrostingTask).IsAssignableFrom(type)).OrderBy(NameOf, StringComparer.Ordinal)];

    public static IReadOnlyList<string> TargetNames { get; } = [.. Tasks.Select(NameOf)];

    public static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    public static string DescriptionOf(Type task) => task.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? string.Empty;

    /// <summary>Names of the targets that must be done first.</summary>
    public static IReadOnlyList<string> DependenciesOf(Type task) =>
        [.. task.GetCustomAttributes<IsDependentOnAttribute>().Select(edge => NameOf(edge.Task))];
}
