using System.Text.Json.Nodes;
using Amazon.ECS.Model;
using KeyValuePair = System.Collections.Generic.KeyValuePair;

namespace TickStack.Build.Services;

/// <summary>The tags of a service. They follow a rollout that completed, so that they say what runs.</summary>
internal static class ServiceTags
{
    /// <summary>Name of the difference; tags are changed by a call of their own.</summary>
    public const string Setting = "tags";

    public static List<Tag> List(params IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    /// <summary>Null when every wanted tag is there; others on the service count for nothing.</summary>
    public static ServiceDifference? Difference(DesiredService desired, Service live)
    {
        var missing = Missing(desired.Rollout.Tags, live);
        return missing.Count == 0 ? null : new ServiceDifference(
            Setting,
            Text(missing.Select(tag => KeyValuePair.Create(tag.Key, Value(live, tag.Key)))),
            Text(missing.Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value))));
    }

    /// <summary>What TagResource has to be given, the origin included.</summary>
    public static List<Tag> Changed(DesiredService desired, Service live) =>
        List(Missing(desired.Rollout.Tags.Concat(desired.Rollout.Origin), live));

    private static List<KeyValuePair<string, string>> Missing(IEnumerable<KeyValuePair<string, string>> tags, Service live) =>
        [.. tags.Where(tag => Value(live, tag.Key) != tag.Value)];

    private static string? Value(Service live, string key) => live.Tags?.FirstOrDefault(tag => tag.Key == key)?.Value;

    private static string Text(IEnumerable<KeyValuePair<string, string?>> tags) => new JsonObject(
        tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))).ToJsonString(EcsJson.Readable);
}
