using System.Text;
using System.Text.Json;
using TickStack.Failures;

namespace TickStack.Documents;

/// <summary>JSON text to nodes. System.Text.Json's document has no positions, its reader has.</summary>
internal ref struct JsonTree
{
    private readonly SourceLocation top;
    private readonly ProblemLog problems;
    private readonly byte[] bytes;
    private Utf8JsonReader reader;
    private int line = 1;
    private int lineStart;
    private int counted;

    public JsonTree(SourceLocation top, string text, ProblemLog problems)
    {
        this.top = top;
        this.problems = problems;
        bytes = Encoding.UTF8.GetBytes(text);
        reader = new Utf8JsonReader(bytes);
    }

    public DocumentNode Read()
    {
        try
        {
            reader.Read();
            var root = ReadNode();
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            throw new FailureException([SyntaxProblem(e)], innerException: e);
        }
    }

    private DocumentNode ReadNode() => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadMapping(),
        JsonTokenType.StartArray => ReadSequence(),
        JsonTokenType.String => new ScalarNode(reader.GetString()!, ScalarForm.Quoted, Here()),
        var literal => new ScalarNode(Encoding.UTF8.GetString(reader.ValueSpan), ScalarForm.Literal, Here()) { IsNull = literal == JsonTokenType.Null },
    };

    private MappingNode ReadMapping()
    {
        var builder = new MappingBuilder(Here(), problems);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (key, location) = (reader.GetString()!, Here());
            reader.Read();
            builder.Add(new MappingEntry(key, ReadNode(), location));
        }

        return builder.Build();
    }

    private SequenceNode ReadSequence()
    {
        var location = Here();
        var items = new List<DocumentNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadNode());
        }

        return new SequenceNode(items, location);
    }

    // Goes on from the last place: a count from the file's start at each value takes minutes for a large one.
    private SourceLocation Here()
    {
        var place = (int)reader.TokenStartIndex;
        var since = bytes.AsSpan(counted, place - counted);
        if (since.LastIndexOf((byte)'\n') is >= 0 and var last)
        {
            (line, lineStart) = (line + since.Count((byte)'\n'), counted + last + 1);
        }

        counted = place;
        return top with { Line = line, Column = Encoding.UTF8.GetCharCount(bytes.AsSpan(lineStart, place - lineStart)) + 1 };
    }

    // The message ends in the position once more, counted from 0.
    private readonly Problem SyntaxProblem(JsonException e) => new(
        "this is not JSON: " + e.Message.Split(" LineNumber:")[0].TrimEnd('.'),
        "the file takes strict JSON: double quotes, no comments, no comma after the last entry",
        top with { Line = (int)(e.LineNumber ?? 0) + 1, Column = (int)(e.BytePositionInLine ?? 0) + 1 });
}
