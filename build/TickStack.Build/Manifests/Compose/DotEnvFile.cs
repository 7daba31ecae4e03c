using System.Text.RegularExpressions;
using TickStack.Build.Documents;
using TickStack.Build.Errors;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>The file .env beside a compose file. It is read as docker compose reads it today, since the same file serves both: quotes around a value
/// do not belong to it, single ones keep everything as it stands, " #" begins a comment, and variables are put in. (ecs-cli took quotes for
/// part of the value, which nobody can want.) A value ends with its line.</summary>
internal static partial class DotEnvFile
{
    private const string Form =
        """^(export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\s*(=\s*('(?<literal>(\\'|[^'])*)'\s*(#.*)?|"(?<quoted>(\\.|[^"\\])*)"\s*(#.*)?|(?<plain>(?!['"]).*?)\s*((?<=\s)#.*)?))?$""";

    /// <summary>Adds the variables that are not there yet.</summary>
    /// <param name="source">The file.</param>
    /// <param name="variables">Those of the environment, which count over the file's; also the context's.</param>
    /// <param name="context">Takes what is wrong with the file.</param>
    public static void Fill(ManifestSource source, Dictionary<string, string> variables, ReadingContext context)
    {
        var environment = variables.Keys.ToHashSet();
        var interpolation = new Interpolation(context);
        foreach (var (line, index) in source.Text.TrimStart('\uFEFF').Split('\n').Select((line, index) => (line.Trim(), index)))
        {
            var location = new SourceLocation(source.File, index + 1, 1);
            if (line.Length > 0 && line[0] != '#' && Read(line, location, context.Problems) is { } match && !environment.Contains(match.Groups["name"].Value))
            {
                variables[match.Groups["name"].Value] = Value(match, location, interpolation);
            }
        }
    }

    // A name alone stands for the environment's variable, which is there anyway.
    private static Match? Read(string line, SourceLocation location, ProblemLog problems)
    {
        var match = Line().Match(line);
        if (!match.Success)
        {
            problems.Add("this is no variable", "write NAME=value, in quotes when the value has spaces or quotes of its own", location);
        }

        return match.Success && line.Contains('=', StringComparison.Ordinal) ? match : null;
    }

    private static string Value(Match match, SourceLocation location, Interpolation interpolation)
    {
        if (match.Groups["literal"] is { Success: true } literal)
        {
            return literal.Value.Replace("\\'", "'", StringComparison.Ordinal);
        }

        var text = match.Groups["quoted"] is { Success: true } quoted ? Escape().Replace(quoted.Value, Unescaped) : match.Groups["plain"].Value;
        return ((ScalarNode)interpolation.Apply(new ScalarNode(text, ScalarForm.Plain, location))).Value;
    }

    private static string Unescaped(Match escape) => escape.Groups["letter"].Value switch
    {
        "n" => "\n",
        "r" => "\r",
        "t" => "\t",
        "$" => "$$",
        "\"" or "\\" => escape.Groups["letter"].Value,
        _ => escape.Value,
    };

    [GeneratedRegex(Form, RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"\\(?<letter>.)", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
