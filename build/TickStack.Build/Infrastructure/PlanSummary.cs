using System.Text.Json;

namespace TickStack.Build.Infrastructure;

/// <summary>What a saved plan would do, read from "terraform show -json".</summary>
public sealed record PlanSummary(IReadOnlyList<ResourceChange> Changes)
{
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
        return action is { } known ? new ResourceChange(change.GetProperty("address").GetString()!, known, ReplaceReasons.Of(change)) : null;
    }
}
