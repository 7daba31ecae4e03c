namespace TickStack.EcsCli.Format;

/// <summary>Puts variables into every value of a document: $X, ${X}, ${X:-default}, ${X-default}, ${X:?message}, ${X?message}; "$$" is a dollar sign.
/// Keys stay as they are. With the colon a blank variable counts as unset.</summary>
public sealed partial class Interpolation(ReadingContext context)
{
    private const string Forms = "write ${NAME}, ${NAME:-default} or ${NAME:?message}, none inside another, or $$ for a dollar sign";

    private const string Pattern =
        @"\$((?<dollar>\$)|(?<name>[A-Za-z_]\w*)|\{(?<name>[A-Za-z_]\w*)((?<form>:?[-?])(?<argument>[^}]*))?\}|\{[^}]*\}?|)";

    public DocumentNode Apply(DocumentNode node)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        return Applied(node);
    }

    private DocumentNode Applied(DocumentNode node) => node switch
    {
        MappingNode mapping => mapping with { Entries = [.. mapping.Entries.Select(entry => entry with { Value = Apply(entry.Value) })] },
        SequenceNode sequence => sequence with { Items = [.. sequence.Items.Select(Apply)] },
        ScalarNode scalar when scalar.Value.Contains('$', StringComparison.Ordinal) => Apply(scalar),
        _ => node,
    };

    // What came out of a variable may be a number or a flag, with quotes around it or without, but never an absent value.
    private ScalarNode Apply(ScalarNode scalar) => scalar with
    {
        Value = Reference().Replace(scalar.Value, match => Resolve(match, At(scalar, match.Index))),
        Form = ScalarForm.Plain,
    };

    private string Resolve(Match match, SourceLocation location)
    {
        if (match.Groups["dollar"].Success)
        {
            return "$";
        }

        var (name, form, argument) = (match.Groups["name"].Value, match.Groups["form"].Value, match.Groups["argument"].Value);
        if (name.Length == 0 || argument.Contains("${", StringComparison.Ordinal))
        {
            context.Problems.Add($"'{match.Value}' is no variable", Forms, location);
            return "";
        }

        var isSet = context.Variables.TryGetValue(name, out var value) && !(form.StartsWith(':') && value.Length == 0);
        return isSet ? context.Counted(value!, location) : Fallback(name, form, argument, location);
    }

    private string Fallback(string name, string form, string argument, SourceLocation location)
    {
        if (form.EndsWith('-'))
        {
            return argument;
        }

        if (form.EndsWith('?'))
        {
            context.Problems.Add($"the variable {name} is not set: {argument}", null, location);
            return "";
        }

        return context.Variable(name, location);
    }

    private static SourceLocation At(ScalarNode scalar, int index)
    {
        var isOneLine = !scalar.Value.Contains('\n', StringComparison.Ordinal);
        var quote = scalar.Form == ScalarForm.Quoted ? 1 : 0;
        return isOneLine ? scalar.Location with { Column = scalar.Location.Column + quote + index } : scalar.Location;
    }

    // ECMAScript: letters and digits of ASCII only.
    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture | RegexOptions.ECMAScript)]
    private static partial Regex Reference();
}
