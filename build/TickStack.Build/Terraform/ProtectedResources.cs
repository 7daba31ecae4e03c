using System.Text.Json;
using TickStack.Failures;

namespace TickStack.Build.Terraform;

/// <summary>
/// What no plan may take away: the data, and what it cannot be read or run without. Terraform's prevent_destroy says the same, but
/// not why, and not of a resource that has left the configuration together with its prevent_destroy.
/// </summary>
public static class ProtectedResources
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["aws_ebs_volume"] = "the data volume",
        ["aws_kms_key"] = "the key of the volume, its snapshots and the secrets",
        ["aws_ecr_repository"] = "a repository of images that run",
    };

    /// <param name="root">Whose plan it is.</param>
    /// <param name="plan">What "terraform show -json" says of it.</param>
    /// <returns>What speaks against applying it; empty when nothing does.</returns>
    public static IReadOnlyList<Problem> Problems(TerraformRoot root, string plan)
    {
        using var document = JsonDocument.Parse(plan);
        return document.RootElement.TryGetProperty("resource_changes", out var changes)
            ? [.. changes.EnumerateArray().Where(IsProtected).Select(change => ProblemOf(root, change)).OfType<Problem>()]
            : [];
    }

    public static bool IsProtected(string type) => Titles.ContainsKey(type);

    private static bool IsProtected(JsonElement change) => IsProtected(change.GetProperty("type").GetString()!);

    private static Problem? ProblemOf(TerraformRoot root, JsonElement change)
    {
        var actions = change.GetProperty("change").GetProperty("actions").EnumerateArray().Select(action => action.GetString()).ToList();
        return actions.Contains("delete") ? Lost(root, change, actions.Contains("create") ? "replace" : "destroy")
            : actions.Contains("update") && Shrunk(change) is { } sizes ? Shrinking(root, change, sizes)
            : null;
    }

    private static Problem Lost(TerraformRoot root, JsonElement change, string verb) => new(
        $"terraform/{root.Name}: the plan would {verb} {Named(change)}, because of: {Cause(change)}",
        "take that change back. Data moves to another volume by a snapshot (--target=Backup, then Restore), and only --target=Destroy --include-data takes it away");

    private static Problem Shrinking(TerraformRoot root, JsonElement change, (long Before, long After) sizes) => new(
        $"terraform/{root.Name}: the plan would shrink {Named(change)}, from {sizes.Before} to {sizes.After} GiB, and a volume can only grow",
        $"set infrastructure.dataVolumeSize back to {sizes.Before} or more");

    private static string Named(JsonElement change) => $"{change.GetProperty("address").GetString()}, {Titles[change.GetProperty("type").GetString()!]}";

    private static string Cause(JsonElement change) => ReplaceReasons.Of(change) is { Count: > 0 } reasons ? string.Join(", ", reasons) : "a plan to destroy";

    private static (long Before, long After)? Shrunk(JsonElement change) =>
        Size(change, "before") is { } before && Size(change, "after") is { } after && after < before ? (before, after) : null;

    private static long? Size(JsonElement change, string side) =>
        change.GetProperty("change").TryGetProperty(side, out var values) && values.TryGetProperty("size", out var size) && size.TryGetInt64(out var gibibytes) ? gibibytes : null;
}

/// <summary>
/// What holds the stack's data, or is lost with it: the volume, the key without which nobody reads it or any of its snapshots, and
/// the passwords. They belong to the users that the volume holds, and AWS keeps the name of a deleted secret for days.
/// </summary>
public static class DataResources
{
    private static readonly string[] Types = ["aws_ebs_volume", "aws_kms_key", "aws_secretsmanager_secret", "aws_secretsmanager_secret_version"];

    /// <param name="address">"aws_kms_key.this", "aws_secretsmanager_secret.influxdb[\"admin\"]".</param>
    public static bool Include(string address) => Types.Contains(address.Split('.')[0]);
}
