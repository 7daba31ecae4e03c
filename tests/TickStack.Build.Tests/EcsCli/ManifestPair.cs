using System.Text.Json.Nodes;

namespace TickStack.Build.Tests.EcsCli;

/// <summary>A compose file and its ecs-params as trees: JSON is YAML.</summary>
internal sealed record ManifestPair(JsonObject Compose, JsonObject? EcsParams)
{
    public string ComposeText => Compose.ToJsonString();

    public string? ParamsText => EcsParams?.ToJsonString();

    /// <summary>The same mappings, written in another order.</summary>
    public ManifestPair Shuffled(int seed)
    {
        var random = new Random(seed);
        return new ManifestPair(Shuffled(Compose, random).AsObject(), EcsParams is null ? null : Shuffled(EcsParams, random).AsObject());
    }

    private static JsonNode Shuffled(JsonNode node, Random random) => node switch
    {
        JsonObject mapping => new JsonObject(
            Permuted(mapping, random).Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Shuffled(member.Value, random)))),
        JsonArray items => new JsonArray([.. items.Select(item => Shuffled(item!, random))]),
        _ => node.DeepClone(),
    };

    private static KeyValuePair<string, JsonNode?>[] Permuted(JsonObject mapping, Random random)
    {
        KeyValuePair<string, JsonNode?>[] members = [.. mapping];
        random.Shuffle(members);
        return members;
    }
}
