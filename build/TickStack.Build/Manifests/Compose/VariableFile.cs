using TickStack.Build.Errors;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>env_file and .env: a NAME=value per line, "#" before comments. Values are taken as they are, without quotes or variables.</summary>
public static class VariableFile
{
    public static IReadOnlyDictionary<string, string> Parse(ManifestSource source, ReadingContext context)
    {
        var variables = new Dictionary<string, string>();
        foreach (var (line, number) in source.Text.TrimStart('\uFEFF').Split('\n').Select((line, index) => (line.Trim(' ', '\t', '\r'), index + 1)))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Read(line, new SourceLocation(source.File, number, 1), variables, context);
            }
        }

        return variables;
    }

    private static void Read(string line, SourceLocation location, Dictionary<string, string> variables, ReadingContext context)
    {
        var parts = line.Split('=', 2);
        if (parts[0].Length == 0 || parts[0].Any(char.IsWhiteSpace))
        {
            context.Problems.Add($"'{parts[0]}' is no name of a variable", "write NAME=value, without spaces before '='", location);
            return;
        }

        variables[parts[0]] = parts.Length == 2 ? parts[1] : context.Variable(parts[0], location);
    }
}
