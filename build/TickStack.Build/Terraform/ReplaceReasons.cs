namespace TickStack.Build.Terraform;

/// <summary>Why a resource cannot stay as it is.</summary>
internal static class ReplaceReasons
{
    // A launch template's user data fills a screen, and says nothing in a table.
    private const int LongestValue = 60;

    // Those of Terraform's reasons that the arguments do not tell already.
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["replace_because_tainted"] = "it was left half made",
        ["replace_by_triggers"] = "a resource that it hangs on changes",
        ["replace_by_request"] = "someone asked for it",
        ["delete_because_no_resource_config"] = "it is no longer in the configuration",
        ["delete_because_no_module"] = "its module is no longer in the configuration",
        ["delete_because_count_index"] = "its count went down",
        ["delete_because_each_key"] = "its key is gone from for_each",
        ["delete_because_wrong_repetition"] = "count and for_each have changed places",
    };

    /// <returns>"availability_zone (eu-west-1a → eu-west-1b)"; values that are secret, unknown or long are left out.</returns>
    public static List<string> Of(PlannedResource resource) =>
    [
        .. resource.Change.ReplacePaths.Select(path => $"{Text(path)}{Values(resource.Change, path)}"),
        .. resource.ActionReason is { } reason && Texts.TryGetValue(reason, out var text) ? new[] { text } : [],
    ];

    // ["root_block_device", 0, "encrypted"] is root_block_device[0].encrypted.
    private static string Text(IReadOnlyList<JsonElement> path) => string.Concat(path.Select((part, index) =>
        part.ValueKind == JsonValueKind.Number ? $"[{part}]" : index == 0 ? part.GetString() : $".{part.GetString()}"));

    private static string Values(PlannedChange change, IReadOnlyList<JsonElement> path) =>
        IsMarked(change.BeforeSensitive, path) || IsMarked(change.AfterSensitive, path) ? ""
        : (Value(change.Before, path), After(change, path)) is ({ } before, { } after) ? $" ({before} → {after})"
        : "";

    private static string? After(PlannedChange change, IReadOnlyList<JsonElement> path) =>
        IsMarked(change.AfterUnknown, path) ? "known after apply" : Value(change.After, path);

    private static string? Value(JsonElement side, IReadOnlyList<JsonElement> path) =>
        At(side, path) is { } found && Scalar(found) is { Length: <= LongestValue } text ? text : null;

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => "none",
        JsonValueKind.Object or JsonValueKind.Array => null,
        _ => value.GetRawText(),
    };

    // By a mark of its own, or of anything that it is a part of.
    private static bool IsMarked(JsonElement marks, IReadOnlyList<JsonElement> path) =>
        Enumerable.Range(0, path.Count + 1).Any(length => At(marks, path.Take(length)) is { ValueKind: JsonValueKind.True });

    private static JsonElement? At(JsonElement whole, IEnumerable<JsonElement> path) =>
        path.Aggregate((JsonElement?)whole, (found, part) => found is { } here ? Step(here, part) : null);

    private static JsonElement? Step(JsonElement value, JsonElement part) => (value.ValueKind, part.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.String) => value.Member(part.GetString()!),
        (JsonValueKind.Array, JsonValueKind.Number) when part.GetInt32() < value.GetArrayLength() => value[part.GetInt32()],
        _ => null,
    };
}
