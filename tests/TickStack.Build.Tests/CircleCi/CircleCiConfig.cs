using YamlDotNet.RepresentationModel;

namespace TickStack.Build.Tests.CircleCi;

/// <summary>What .circleci/config.yml says, YAML's merge keys resolved.</summary>
internal sealed class CircleCiConfig
{
    private readonly YamlMappingNode root;

    private CircleCiConfig(YamlMappingNode root) => this.root = root;

    public IReadOnlyList<WorkflowJob> Workflow =>
        [.. ((YamlSequenceNode)At(root, "workflows", "deploy", "jobs")!).Select(Job)];

    public static CircleCiConfig Read()
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(Path.Combine(RepositoryFolder.Path, ".circleci", "config.yml"));
        stream.Load(reader);
        return new CircleCiConfig((YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>The shell commands of a job, with those of the steps that it uses.</summary>
    public IReadOnlyList<string> CommandsOf(string job) => [.. Commands((YamlSequenceNode)At(root, "jobs", job, "steps")!)];

    private IEnumerable<string> Commands(YamlSequenceNode steps)
    {
        foreach (var step in steps)
        {
            if (step is YamlScalarNode name && At(root, "commands", name.Value!, "steps") is YamlSequenceNode own)
            {
                foreach (var command in Commands(own))
                {
                    yield return command;
                }
            }
            else if (step is YamlMappingNode && (At(step, "run", "command") ?? At(step, "run")) is YamlScalarNode run)
            {
                yield return run.Value!;
            }
        }
    }

    private static WorkflowJob Job(YamlNode entry)
    {
        var (key, body) = entry is YamlScalarNode scalar
            ? (scalar, new YamlMappingNode())
            : ((YamlScalarNode)((YamlMappingNode)entry).Children[0].Key, (YamlMappingNode)((YamlMappingNode)entry).Children[0].Value);
        var definition = key.Value!;
        var name = Text(body, "name") ?? definition;
        return new WorkflowJob(
            name,
            definition,
            definition == "test" ? "Test" : Text(body, "target"),
            Text(body, "results"),
            Text(body, "options"),
            Text(body, "type") == "approval",
            At(body, "requires") is YamlSequenceNode requires ? [.. requires.Select(required => ((YamlScalarNode)required).Value!)] : [],
            Text(body, "context"),
            (At(body, "filters", "branches", "only") as YamlScalarNode)?.Value);
    }

    private static string? Text(YamlNode node, string key) => (At(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? At(YamlNode? node, params string[] keys)
    {
        foreach (var key in keys)
        {
            var mapping = node as YamlMappingNode;
            node = Child(mapping, key) ?? Child(Child(mapping, "<<") as YamlMappingNode, key);
        }

        return node;
    }

    private static YamlNode? Child(YamlMappingNode? mapping, string key) =>
        mapping is not null && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
