using TickStack.Build.Documents;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

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
        IReadOnlyDictionary<string, string> variables = new Dictionary<string, string>();
        foreach (var item in value.Node is SequenceNode ? value.List() : [value])
        {
            if (item.Text() is { } file)
            {
                variables = variables.OverriddenBy(File(file, item, context));
            }
        }

        return variables;
    }

    private static IReadOnlyDictionary<string, string> File(string file, DocumentValue item, ReadingContext context)
    {
        if (context.Included(file, item.Location) is { } source)
        {
            return VariableFile.Parse(source, context);
        }

        item.Problem($"there is no file '{file}'", "the path is relative to the file that names it");
        return new Dictionary<string, string>();
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
