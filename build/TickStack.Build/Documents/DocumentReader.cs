using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

/// <summary>Reads a YAML or JSON file strictly: one document, unique keys, every value with its line and column.</summary>
public static class DocumentReader
{
    /// <param name="file">Name to show in messages; ".json" reads as JSON, anything else as YAML.</param>
    /// <param name="text">The file's content.</param>
    /// <exception cref="FailureException">The first error of syntax, or every duplicate key.</exception>
    public static DocumentNode Read(string file, string text)
    {
        var problems = new ProblemLog();
        var root = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? new JsonTree(file, text, problems).Read()
            : new YamlTree(file, text, problems).Read();
        problems.ThrowIfAny();
        return root;
    }

    /// <summary>The root as a value to read from; its problems go to <paramref name="problems"/>.</summary>
    /// <exception cref="FailureException">The first error of syntax, or every duplicate key.</exception>
    public static DocumentValue Read(string file, string text, ProblemLog problems) => new(Read(file, text), "", problems);
}
