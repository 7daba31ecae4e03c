using TickStack.Build.Documents;
using TickStack.Build.Errors;
using TickStack.Build.Settings.Options;

namespace TickStack.Build.Settings;

/// <summary>What options and variables say; an option wins over its variable. An empty variable says nothing.</summary>
internal sealed class SettingOverrides
{
    private const string Prefix = "TICKSTACK_";

    private readonly CommandLine _line;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly ProblemLog _problems;

    public SettingOverrides(CommandLine line, IReadOnlyDictionary<string, string> variables, ProblemLog problems)
    {
        (_line, _variables, _problems) = (line, variables, problems);
        RefuseMistypedVariables();
    }

    public string? Value(KnownOption option) => _line.Value(option) ?? Variable(option);

    private string? Variable(KnownOption option)
    {
        if (option.Variable is null || !_variables.TryGetValue(option.Variable, out var value) || value.Length == 0)
        {
            return null;
        }

        if (option.Value!.IsValid(value))
        {
            return value;
        }

        _problems.Add($"the environment variable {option.Variable} is '{value}'", $"write {option.Value.Allowed}");
        return null;
    }

    // Not every TICKSTACK_ variable is a setting: the sandbox hands some to its own processes.
    private void RefuseMistypedVariables()
    {
        string[] known = [.. KnownOptions.All.Select(option => option.Variable).OfType<string>().Select(name => name[Prefix.Length..])];
        foreach (var name in _variables.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var rest = name[Prefix.Length..];
            if (!known.Contains(rest) && Suggestion.Nearest(rest, known) is { } nearest)
            {
                _problems.Add($"the environment variable {name} means nothing", $"did you mean {Prefix}{nearest}?");
            }
        }
    }
}
