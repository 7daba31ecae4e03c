using HandlebarsDotNet;

namespace TickStack.Build.Manifests;

/// <summary>A file under ecs/ with placeholders in double braces, and nothing else of Handlebars.</summary>
/// <param name="file">Name to show in messages.</param>
/// <param name="text">The file's content.</param>
public sealed partial class ManifestTemplate(string file, string text)
{
    private static readonly IHandlebars Engine = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = true });

    /// <summary>The text with its values. A "$" in a value is doubled: the readers take a single one for a variable.</summary>
    /// <returns>Null when <paramref name="problems"/> was told of a placeholder that cannot be filled.</returns>
    public string? Fill(ManifestModel model, ProblemLog problems)
    {
        var placeholders = Placeholder().Matches(text);
        var sound = placeholders.Select(placeholder => IsFillable(placeholder, model, problems)).ToList();
        if (!sound.All(fillable => fillable))
        {
            return null;
        }

        var values = model.Values.ToDictionary(pair => pair.Key, pair => pair.Value.Replace("$", "$$", StringComparison.Ordinal));
        return Engine.Compile(text)(values);
    }

    private bool IsFillable(Match placeholder, ManifestModel model, ProblemLog problems)
    {
        var name = placeholder.Groups["name"].Value;
        if (!Name().IsMatch(name) || placeholder.Value != $"{{{{{name}}}}}")
        {
            problems.Add($"{placeholder.Value} is no placeholder", "write the name alone, as in {{region}}", At(placeholder));
            return false;
        }

        if (!model.Values.TryGetValue(name, out var value))
        {
            problems.Add($"the placeholder '{name}' has no value", Remedy(name, model), At(placeholder));
            return false;
        }

        if (Breaking().IsMatch(value))
        {
            problems.Add($"the value of '{name}' would break the file: it is empty, or holds a quote, backslash or control character", null, At(placeholder));
            return false;
        }

        return true;
    }

    private static string Remedy(string name, ManifestModel model) =>
        model.Missing.GetValueOrDefault(name) ?? Suggestion.Remedy(name, [.. model.Values.Keys, .. model.Missing.Keys]);

    private SourceLocation At(Match placeholder)
    {
        var before = text.AsSpan(0, placeholder.Index);
        return new SourceLocation(file, before.Count('\n') + 1, placeholder.Index - before.LastIndexOf('\n'));
    }

    [GeneratedRegex(@"\{\{(?<name>[^}\n]*)\}*", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Name();

    [GeneratedRegex("""^$|["'\\\p{Cc}]""")]
    private static partial Regex Breaking();
}
