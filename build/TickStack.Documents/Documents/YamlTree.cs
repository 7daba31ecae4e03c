using TickStack.Failures;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TickStack.Documents;

/// <summary>YAML text to nodes, from the parser's events: the library's own document model stops at the first duplicate key and knows no merge keys.</summary>
internal sealed class YamlTree(SourceLocation top, string text, ProblemLog problems, CancellationToken cancellationToken)
{
    private readonly Parser parser = new(new StringReader(text));
    private readonly Dictionary<AnchorName, (DocumentNode Node, TreeExtent Extent)> anchors = [];
    private readonly TreeBounds bounds = new();

    public DocumentNode Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException e)
        {
            throw Refused(e.Message, e.Start, e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The scanner's way to refuse some unfinished lists and odd tags; what came before them is the nearest place it tells.
            throw Refused("something is not closed, or a value is broken, after this place", parser.Current?.End ?? Mark.Empty, e);
        }
    }

    private DocumentNode ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return new ScalarNode("", ScalarForm.Plain, top) { IsNull = true };
        }

        parser.Consume<DocumentStart>();
        var root = ReadNode();
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            problems.Add("the file holds a second document", "keep one; '---' starts a new one", At(second.Start));
        }

        return root;
    }

    private DocumentNode ReadNode()
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Anchored(alias);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var start = parser.Current as NodeEvent ?? throw new YamlException("a value is missing here");
        RefuseTag(start);
        var before = bounds.Enter((start as Scalar)?.Value.Length ?? 0, At(start.Start));
        DocumentNode node = start switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadSequence(),
            _ => ReadMapping(),
        };
        var extent = bounds.Leave(before);
        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor] = (node, extent);
        }

        return node;
    }

    private DocumentNode Anchored(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var anchored))
        {
            throw new YamlException(alias.Start, alias.End, "nothing above is anchored under the name of this alias");
        }

        bounds.Repeat(anchored.Extent, At(alias.Start));
        return anchored.Node;
    }

    private ScalarNode ReadScalar()
    {
        var scalar = parser.Consume<Scalar>();
        var form = scalar.Style == ScalarStyle.Plain ? ScalarForm.Plain : ScalarForm.Quoted;
        return new ScalarNode(scalar.Value, form, At(scalar.Start))
        {
            IsNull = form == ScalarForm.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL",
        };
    }

    private SequenceNode ReadSequence()
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<DocumentNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return new SequenceNode(items, At(start.Start));
    }

    private MappingNode ReadMapping()
    {
        var builder = new MappingBuilder(At(parser.Consume<MappingStart>().Start), problems);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            ReadEntry(builder);
        }

        return builder.Build();
    }

    private void ReadEntry(MappingBuilder builder)
    {
        var key = ReadNode();
        var value = ReadNode();
        if (key is not ScalarNode { IsNull: false } scalar)
        {
            problems.Add($"a key must be text, not {key.Kind}", null, key.Location);
        }
        else if (scalar is { Value: "<<", Form: ScalarForm.Plain })
        {
            Merge(value, builder);
        }
        else
        {
            builder.Add(new MappingEntry(scalar.Value, value, scalar.Location));
        }
    }

    private void Merge(DocumentNode value, MappingBuilder builder)
    {
        foreach (var source in value is SequenceNode list ? list.Items : [value])
        {
            if (source is MappingNode mapping)
            {
                builder.Merge(mapping);
            }
            else
            {
                problems.Add($"'<<' merges mappings, not {source.Kind}", "write '<<: *anchor' or '<<: [*one, *other]'", source.Location);
            }
        }
    }

    private void RefuseTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            problems.Add($"the tag {node.Tag} is not supported", "write the value without a tag, in quotes when it is text", At(node.Start));
        }
    }

    private FailureException Refused(string message, in Mark place, Exception cause) =>
        new([new Problem($"this is not YAML: {message}", null, At(place))], innerException: cause);

    private SourceLocation At(Mark mark) => top with { Line = (int)mark.Line, Column = (int)mark.Column };
}
