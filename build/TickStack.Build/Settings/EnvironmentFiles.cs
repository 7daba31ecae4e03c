using TickStack.Build.Errors;

namespace TickStack.Build.Settings;

/// <summary>The environments that there are: one file each under build/environments.</summary>
public sealed class EnvironmentFiles(string root)
{
    public const string Default = "sandbox";

    private const string Folder = "build/environments";

    /// <summary>In alphabetical order.</summary>
    public IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Path.Combine(root, Folder), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

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
        return new Problem($"there is no environment '{environment}'", $"{nearest}there are: {string.Join(", ", Names)}; a new one is a file {PathOf(environment)}");
    }
}
