using System.Text.Json;

namespace TickStack.Build.Terraform;

/// <summary>Why a resource cannot stay as it is, from one of a plan's "resource_changes".</summary>
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
    public static List<string> Of(JsonElement resourceChange)
    {
        var change = resourceChange.GetProperty("change");
        return
        [
            .. change.TryGetProperty("replace_paths", out var paths) ? paths.EnumerateArray().Select(path => $"{Text(path)}{Values(change, path)}") : [],
            .. resourceChange.TryGetProperty("action_reason", out var reason) && Texts.TryGetValue(reason.GetString()!, out var text) ? new[] { text } : [],
        ];
    }

    // ["root_block_device", 0, "encrypted"] is root_block_device[0].encrypted.
    private static string Text(JsonElement path) => string.Concat(path.EnumerateArray().Select((part, index) =>
        part.ValueKind == JsonValueKind.Number ? $"[{part}]" : index == 0 ? part.GetString() : $".{part.GetString()}"));

    private static string Values(JsonElement change, JsonElement path) =>
        IsMarked(change, "before_sensitive", path) || IsMarked(change, "after_sensitive", path) ? ""
        : (Value(change, "before", path), After(change, path)) is ({ } before, { } after) ? $" ({before} → {after})"
        : "";

    private static string? After(JsonElement change, JsonElement path) => IsMarked(change, "after_unknown", path) ? "known after apply" : Value(change, "after", path);

    private static string? Value(JsonElement change, string side, JsonElement path) =>
        At(change, side, path) is { } found && Scalar(found) is { Length: <= LongestValue } text ? text : null;

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => "none",
        JsonValueKind.Object or JsonValueKind.Array => null,
        _ => value.GetRawText(),
    };

    // The marks have the shape of the values, cut off with "true" at whatever is marked as a whole.
    private static bool IsMarked(JsonElement change, string marks, JsonElement path)
    {
        if (!change.TryGetProperty(marks, out var found))
        {
            return false;
        }

        foreach (var part in path.EnumerateArray())
        {
            if (found.ValueKind == JsonValueKind.True)
            {
                return true;
            }

            if (Step(found, part) is not { } next)
            {
                return false;
            }

            found = next;
        }

        return found.ValueKind == JsonValueKind.True;
    }

    private static JsonElement? At(JsonElement change, string side, JsonElement path)
    {
        JsonElement? found = change.TryGetProperty(side, out var whole) ? whole : null;
        return path.EnumerateArray().Aggregate(found, (at, part) => at is { } here ? Step(here, part) : null);
    }

    private static JsonElement? Step(JsonElement value, JsonElement part) => (value.ValueKind, part.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.String) => value.TryGetProperty(part.GetString()!, out var member) ? member : null,
        (JsonValueKind.Array, JsonValueKind.Number) when part.GetInt32() < value.GetArrayLength() => value[part.GetInt32()],
        _ => null,
    };
}
