using System.Reflection;
using TickStack.Build.Options;
using TickStack.Build.Settings;

namespace TickStack.Build.Tasks;

/// <summary>The targets, read from the task classes and their attributes.</summary>
public static class TaskGraph
{
    public static IReadOnlyList<Type> Tasks { get; } =
        [.. typeof(TaskGraph).Assembly.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: false } && typeof(IFrostingTask).IsAssignableFrom(type))
            .OrderBy(NameOf, StringComparer.Ordinal)];

    /// <summary>What may stand on the command line: the options of every run, those of each target, and the engine's.</summary>
    public static CommandLineGrammar Grammar { get; } = MakeGrammar();

    /// <summary>Whether something runs that needs the environment's settings.</summary>
    public static bool NeedsSettings(CommandLine line)
    {
        var runs = Grammar.TargetsOf(line);
        return !line.ShowsOnly && !line.Has(EngineOptions.DryRun)
            && Tasks.Any(task => task.IsAssignableTo(typeof(EnvironmentTask)) && runs.Include(NameOf(task)));
    }

    public static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    public static string DescriptionOf(Type task) => task.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? string.Empty;

    private static CommandLineGrammar MakeGrammar()
    {
        var read = Tasks.SelectMany(task => OptionsOf(task).Select(option => (Option: option, Target: NameOf(task)))).ToList();
        return new CommandLineGrammar
        {
            Options = [.. SettingsOptions.All, .. read.Select(pair => pair.Option).Distinct(), .. EngineOptions.All],
            Readers = read.ToLookup(pair => pair.Option, pair => pair.Target),
            Runs = Tasks.ToDictionary(
                NameOf, task => (IReadOnlyList<string>)[.. WithDependencies(task).Select(NameOf).Distinct()], StringComparer.OrdinalIgnoreCase),
        };
    }

    private static IReadOnlyList<KnownOption> OptionsOf(Type task) =>
        task.IsAssignableTo(typeof(StackTask)) ? ((StackTask)Activator.CreateInstance(task)!).Options : [];

    private static IEnumerable<Type> Before(Type task) => task.GetCustomAttributes<IsDependentOnAttribute>().Select(edge => edge.Task);

    private static IEnumerable<Type> WithDependencies(Type task) => Before(task).SelectMany(WithDependencies).Prepend(task);
}
