using System.Reflection;
using Cake.Frosting;
using TickStack.Build.Options;

namespace TickStack.Build.Tasks;

/// <summary>The targets, read from the attributes of the task classes.</summary>
public static class TaskGraph
{
    public static IReadOnlyList<Type> Tasks { get; } =
        [.. typeof(TaskGraph).Assembly.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: false } && typeof(IFrostingTask).IsAssignableFrom(type)).OrderBy(NameOf, StringComparer.Ordinal)];

    public static IReadOnlyList<string> TargetNames { get; } = [.. Tasks.Select(NameOf)];

    /// <summary>Target, in any case, → all that runs with it: itself, and what must be done first.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Runs { get; } =
        Tasks.ToDictionary(NameOf, task => (IReadOnlyList<string>)[.. WithDependencies(task).Select(NameOf).Distinct()], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether something runs that needs the environment's settings.</summary>
    public static bool NeedsSettings(CommandLine line)
    {
        var runs = RunTargets.Of(line, Runs);
        return !line.ShowsOnly && !line.Has(KnownOptions.DryRun) && Tasks.Any(task => task.IsAssignableTo(typeof(EnvironmentTask)) && runs.Include(NameOf(task)));
    }

    public static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    public static string DescriptionOf(Type task) => task.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? string.Empty;

    /// <summary>Names of the targets that must be done first.</summary>
    public static IReadOnlyList<string> DependenciesOf(Type task) =>
        [.. Before(task).Select(NameOf)];

    private static IEnumerable<Type> Before(Type task) => task.GetCustomAttributes<IsDependentOnAttribute>().Select(edge => edge.Task);

    private static IEnumerable<Type> WithDependencies(Type task) => Before(task).SelectMany(WithDependencies).Prepend(task);
}
