namespace TickStack.EcsCli.Compose;

/// <summary>environment, env_file, labels and sysctls: mappings, or lists of "key=value".</summary>
internal static class EnvironmentSyntax
{
    /// <summary>A key without a value takes that of the variable with its name.</summary>
    public static IReadOnlyDictionary<string, string> Own(DocumentValue value, ReadingContext context) =>
        Collect(value, pair => pair.Text ?? context.Variable(pair.Key, pair.Value.Location));

    /// <summary>A label without a value is blank.</summary>
    public static IReadOnlyDictionary<string, string> Labels(DocumentValue value) => Collect(value, pair => pair.Text ?? "");

    public static IReadOnlyDictionary<string, string> KernelParameters(DocumentValue value) => Collect(value, pair =>
    {
        if (pair.Text is null)
        {
            pair.Value.Problem($"{pair.Key} has no value");
        }

        return pair.Text ?? "";
    });

    public static IReadOnlyDictionary<string, string> Files(DocumentValue value, ReadingContext context)
    {
        var variables = new Dictionary<string, string>();
        foreach (var item in value.Node is SequenceNode ? value.List() : [value])
        {
            if (item.Text() is { } file)
            {
                Fill(variables, file, item, context);
            }
        }

        return variables;
    }

    private static void Fill(Dictionary<string, string> variables, string file, DocumentValue item, ReadingContext context)
    {
        if (context.Included(file, item.Location, VariableFile.InGeneral) is { } source)
        {
            VariableFile.Fill(variables, source, context);
        }
        else
        {
            item.Problem($"there is no file '{file}'", "the path is relative to the file that names it");
        }
    }

    // A list may name a key twice, which a mapping cannot: whoever wrote it meant one of the two.
    private static Dictionary<string, string> Collect(DocumentValue value, Func<(string Key, string? Text, DocumentValue Value), string> text)
    {
        var map = new Dictionary<string, string>();
        foreach (var pair in value.Pairs())
        {
            if (string.IsNullOrWhiteSpace(pair.Key))
            {
                pair.Value.Problem("the name before '=' is missing");
            }
            else if (!map.TryAdd(pair.Key, text(pair)))
            {
                pair.Value.Problem($"'{pair.Key}' comes twice", "keep one");
            }
        }

        return map;
    }
}

/// <summary>env_file and .env: a NAME=value per line, "#" before comments. Values are taken as they are, without quotes or variables.</summary>
public static class VariableFile
{
    public const string InGeneral = "this line is no NAME=value, nor the name of a variable that is set";

    public static void Fill(Dictionary<string, string> variables, ManifestSource source, ReadingContext context)
    {
        foreach (var (line, number) in source.Text.TrimStart('\uFEFF').Split('\n').Select((line, index) => (line.Trim(' ', '\t', '\r'), index + 1)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (line.Length > 0 && line[0] != '#')
            {
                Read(line, source.Line(number), variables, context);
            }
        }
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

/// <summary>The file .env beside a compose file. It is read as docker compose reads it today, since the same file serves both: quotes around a value
/// do not belong to it, single ones keep everything as it stands, " #" begins a comment, and variables are put in. (ecs-cli took quotes for
/// part of the value, which nobody can want.) A value ends with its line.</summary>
internal static partial class DotEnvFile
{
    private const string Form =
        """^(export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\s*(=(?>\s*)"""
        + """('(?<literal>(\\'|[^'])*)'\s*(#.*)?|"(?<quoted>(\\.|[^"\\])*)"\s*(#.*)?|"""
        + """(?<plain>(?!['"])((?!(?<=\s)#)\S+(\s+(?!#)\S+)*)?)\s*((?<=\s)#.*)?))?$""";

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
            context.Cancellation.ThrowIfCancellationRequested();
            var location = source.Line(index + 1);
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
