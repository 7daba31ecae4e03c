using System.Text.Json.Nodes;
using Amazon.ECS.Model;

namespace TickStack.Build.Services;

/// <summary>
/// The form in which two task definitions that mean the same are the same text: without what ECS adds, without defaults and
/// empty parts, with sets in one order. Tags are no part of it: they say where a revision comes from, not what it does.
/// </summary>
public static class TaskDefinitionForm
{
    public static JsonObject Of(RegisterTaskDefinitionRequest wanted) => Normalised(EcsJson.Of(wanted));

    public static JsonObject Of(TaskDefinition live) => Normalised(EcsJson.Of(live));

    public static bool Same(RegisterTaskDefinitionRequest wanted, TaskDefinition live) => JsonNode.DeepEquals(Of(wanted), Of(live));

    private static JsonObject Normalised(JsonObject definition)
    {
        foreach (var member in TaskDefinitionRules.OnlyInAnswers)
        {
            definition.Remove(member);
        }

        TaskDefinitionSize.Normalise(definition);
        HostPorts.Normalise(definition);
        return (JsonObject?)Reduce(definition, "") ?? [];
    }

    // Null stands for "nothing left", and leaves its place.
    private static JsonNode? Reduce(JsonNode? node, string path) => node switch
    {
        JsonObject map when TaskDefinitionRules.Maps.Contains(path) => map.Count == 0 ? null
            : Sorted(map.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value?.DeepClone()))),
        JsonObject part => Members(part, path),
        JsonArray list => List(list, path),
        _ => node?.DeepClone(),
    };

    private static JsonObject? Members(JsonObject part, string path)
    {
        var kept = part
            .Select(member => (member.Key, Path: path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value))
            .Where(member => !TaskDefinitionRules.IsDefault(member.Path, member.Value))
            .Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Reduce(member.Value, member.Path)))
            .Where(member => member.Value is not null)
            .ToList();
        return kept.Count == 0 ? null : Sorted(kept);
    }

    private static JsonArray? List(JsonArray list, string path)
    {
        var kept = list.Select(item => Reduce(item, path)).OfType<JsonNode>();
        var ordered = TaskDefinitionRules.Sets.Contains(path) ? kept.OrderBy(TaskDefinitionRules.SortKey, StringComparer.Ordinal) : kept;
        var array = new JsonArray([.. ordered]);
        return array.Count == 0 ? null : array;
    }

    private static JsonObject Sorted(IEnumerable<KeyValuePair<string, JsonNode?>> members) => new(members.OrderBy(member => member.Key, StringComparer.Ordinal));
}
