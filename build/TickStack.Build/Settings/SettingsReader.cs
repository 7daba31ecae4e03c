using System.Collections;
using TickStack.Build.Options;
using TickStack.Documents;

namespace TickStack.Build.Settings;

/// <summary>The options that belong to every run.</summary>
public static class SettingsOptions
{
    public static KnownOption Environment { get; } = new(
        "environment",
        OptionValue.Any("NAME", "the name of an environment"),
        "Environment to work on: build/environments/NAME.json (sandbox)")
    { Variable = "TICKSTACK_ENVIRONMENT" };

    public static KnownOption RolloutTimeout { get; } = new(
        "rollout-timeout",
        new("DURATION", "a duration from 1s to 24h, such as 10m or 1m30s",
            text => DurationText.Parse(text) is { } duration && duration >= RolloutSettings.Shortest && duration <= RolloutSettings.Longest),
        "Longest time that one service's rollout may take, such as 10m or 90s")
    { Variable = "TICKSTACK_ROLLOUT_TIMEOUT" };

    /// <summary>In the order of the help.</summary>
    public static IReadOnlyList<KnownOption> All { get; } = [Environment, RolloutTimeout];
}

/// <summary>Makes the settings of a run: the environment's file, over it environment variables, over them options.</summary>
public sealed class SettingsReader(EnvironmentFiles files)
{
    /// <param name="line">The options; checked already.</param>
    /// <param name="variables">The process's environment variables.</param>
    /// <exception cref="FailureException">With everything that is wrong in the file and in the variables.</exception>
    public StackSettings Read(CommandLine line, IReadOnlyDictionary<string, string> variables)
    {
        var problems = new ProblemLog();
        var overrides = new SettingOverrides(line, variables, problems);
        var environment = overrides.Value(SettingsOptions.Environment) ?? EnvironmentFiles.Default;
        var timeout = overrides.Value(SettingsOptions.RolloutTimeout);

        var document = DocumentReader.Read(EnvironmentFiles.PathOf(environment), files.Read(environment), problems);
        var settings = EnvironmentDocument.Read(environment, document);
        problems.ThrowIfAny();
        return timeout is null ? settings : settings with { Rollout = settings.Rollout with { Timeout = DurationText.Parse(timeout)!.Value } };
    }
}

/// <summary>The environments that there are: one file each under build/environments.</summary>
public sealed class EnvironmentFiles(string root)
{
    public const string Default = "sandbox";

    private const string Folder = "build/environments";

    /// <summary>In alphabetical order.</summary>
    public IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Path.Combine(root, Folder), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal)];

    /// <summary>Path below the repository's root, as messages show it.</summary>
    public static string PathOf(string environment) => $"{Folder}/{environment}.json";

    /// <exception cref="FailureException">There is no such environment.</exception>
    public string Read(string environment)
    {
        if (!Names.Contains(environment, StringComparer.Ordinal))
        {
            throw new FailureException([Unknown(environment)]);
        }

        return File.ReadAllText(Path.Combine(root, PathOf(environment)));
    }

    private Problem Unknown(string environment)
    {
        var nearest = Suggestion.Nearest(environment, Names) is { } name ? $"did you mean '{name}'? " : "";
        return new Problem(
            $"there is no environment '{environment}'", $"{nearest}there are: {string.Join(", ", Names)}; a new one is a file {PathOf(environment)}");
    }
}

/// <summary>What options and variables say; an option wins over its variable. An empty variable says nothing.</summary>
internal sealed class SettingOverrides
{
    private const string Prefix = "TICKSTACK_";

    private readonly CommandLine line;
    private readonly IReadOnlyDictionary<string, string> variables;
    private readonly ProblemLog problems;

    public SettingOverrides(CommandLine line, IReadOnlyDictionary<string, string> variables, ProblemLog problems)
    {
        (this.line, this.variables, this.problems) = (line, variables, problems);
        RefuseMistypedVariables();
    }

    public string? Value(KnownOption option) => line.Value(option) ?? Variable(option);

    private string? Variable(KnownOption option)
    {
        if (option.Variable is null || !variables.TryGetValue(option.Variable, out var value) || value.Length == 0)
        {
            return null;
        }

        if (option.Value!.IsValid(value))
        {
            return value;
        }

        problems.Add($"the environment variable {option.Variable} is '{value}'", $"write {option.Value.Allowed}");
        return null;
    }

    // Not every TICKSTACK_ variable is a setting: the sandbox hands some to its own processes.
    private void RefuseMistypedVariables()
    {
        string[] known = [.. SettingsOptions.All.Select(option => option.Variable).OfType<string>().Select(name => name[Prefix.Length..])];
        foreach (var name in variables.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var rest = name[Prefix.Length..];
            if (!known.Contains(rest) && Suggestion.Nearest(rest, known) is { } nearest)
            {
                problems.Add($"the environment variable {name} means nothing", $"did you mean {Prefix}{nearest}?");
            }
        }
    }
}

/// <summary>The environment variables that this process was started with.</summary>
public sealed record ProcessVariables(IReadOnlyDictionary<string, string> All)
{
    public static ProcessVariables Read() => new(Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? ""));
}
