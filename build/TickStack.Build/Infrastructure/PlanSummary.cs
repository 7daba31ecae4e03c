using System.Text.Json;

namespace TickStack.Build.Infrastructure;

/// <summary>What a saved plan would do, read from "terraform show -json".</summary>
public sealed record PlanSummary(IReadOnlyList<ResourceChange> Changes)
{
    // Those of Terraform's reasons that the arguments do not tell already.
    private static readonly Dictionary<string, string> ReasonTexts = new()
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

    public static PlanSummary Empty { get; } = new([]);

    public int Count(ChangeAction action) => Changes.Count(change => change.Action == action);

    /// <summary>"12 to create, 1 to replace", or "no changes".</summary>
    public override string ToString()
    {
        var parts = Enum.GetValues<ChangeAction>()
            .Where(action => Count(action) > 0)
            .Select(action => $"{Count(action)} to {action.ToString().ToLowerInvariant()}");
        return Changes.Count == 0 ? "no changes" : string.Join(", ", parts);
    }

    public static PlanSummary Parse(string json)
    {
        using var plan = JsonDocument.Parse(json);
        if (!plan.RootElement.TryGetProperty("resource_changes", out var changes))
        {
            return Empty;
        }

        return new PlanSummary([.. changes.EnumerateArray().Select(Change).OfType<ResourceChange>()]);
    }

    private static ResourceChange? Change(JsonElement change)
    {
        var actions = change.GetProperty("change").GetProperty("actions").EnumerateArray().Select(action => action.GetString()).ToList();
        ChangeAction? action = actions switch
        {
            ["create"] => ChangeAction.Create,
            ["update"] => ChangeAction.Update,
            ["delete"] => ChangeAction.Destroy,
            ["delete", "create"] or ["create", "delete"] => ChangeAction.Replace,

            // "no-op" and "read" change nothing.
            _ => null,
        };
        return action is { } known ? new ResourceChange(change.GetProperty("address").GetString()!, known, Reasons(change)) : null;
    }

    private static List<string> Reasons(JsonElement change) =>
    [
        .. change.GetProperty("change").TryGetProperty("replace_paths", out var paths) ? paths.EnumerateArray().Select(PathText) : [],
        .. change.TryGetProperty("action_reason", out var reason) && ReasonTexts.TryGetValue(reason.GetString()!, out var text) ? new[] { text } : [],
    ];

    // ["root_block_device", 0, "encrypted"] is root_block_device[0].encrypted.
    private static string PathText(JsonElement path) => string.Concat(path.EnumerateArray().Select((part, index) =>
        part.ValueKind == JsonValueKind.Number ? $"[{part}]" : index == 0 ? part.GetString() : $".{part.GetString()}"));
}
