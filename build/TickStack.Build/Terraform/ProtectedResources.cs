namespace TickStack.Build.Terraform;

/// <summary>What no plan may take away: the data, and what it cannot be read or run without. Terraform's prevent_destroy says the same, but not why, and not of
/// a resource that has left the configuration together with its prevent_destroy.</summary>
public static class ProtectedResources
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["aws_ebs_volume"] = "the data volume",
        ["aws_kms_key"] = "the key of the volume, its snapshots and the secrets",
        ["aws_ecr_repository"] = "a repository of images that run",
    };

    /// <returns>What speaks against applying the plan; empty when nothing does.</returns>
    public static IReadOnlyList<Problem> Problems(TerraformRoot root, PlanJson plan) =>
        [.. plan.ResourceChanges.Where(resource => IsProtected(resource.Type)).Select(resource => ProblemOf(root, resource)).OfType<Problem>()];

    public static bool IsProtected(string type) => Titles.ContainsKey(type);

    private static Problem? ProblemOf(TerraformRoot root, PlannedResource resource) => resource.Action switch
    {
        ChangeAction.Destroy => Lost(root, resource, "destroy"),
        ChangeAction.Replace => Lost(root, resource, "replace"),
        ChangeAction.Update when Shrunk(resource.Change) is { } sizes => Shrinking(root, resource, sizes),
        _ => null,
    };

    private static Problem Lost(TerraformRoot root, PlannedResource resource, string verb) => new(
        $"terraform/{root.Name}: the plan would {verb} {Named(resource)}, because of: {Cause(resource)}",
        "take that change back. Data moves to another volume by a snapshot (--target=Backup, then Restore), "
            + "and only --target=Destroy --include-data takes it away");

    private static Problem Shrinking(TerraformRoot root, PlannedResource resource, (long Before, long After) sizes) => new(
        $"terraform/{root.Name}: the plan would shrink {Named(resource)}, from {sizes.Before} to {sizes.After} GiB, and a volume can only grow",
        $"set infrastructure.dataVolumeSize back to {sizes.Before} or more");

    private static string Named(PlannedResource resource) => $"{resource.Address}, {Titles[resource.Type]}";

    private static string Cause(PlannedResource resource) =>
        ReplaceReasons.Of(resource) is { Count: > 0 } reasons ? string.Join(", ", reasons) : "a plan to destroy";

    private static (long Before, long After)? Shrunk(PlannedChange change) =>
        change.Before.Number("size") is { } before && change.After.Number("size") is { } after && after < before ? (before, after) : null;
}

/// <summary>What holds the stack's data, or is lost with it: the volume, the key without which nobody reads it or any of its snapshots, and the passwords. They
/// belong to the users that the volume holds, and AWS keeps the name of a deleted secret for days.</summary>
public static class DataResources
{
    private static readonly string[] Types = ["aws_ebs_volume", "aws_kms_key", "aws_secretsmanager_secret", "aws_secretsmanager_secret_version"];

    /// <param name="address">"aws_kms_key.this", "aws_secretsmanager_secret.influxdb[\"admin\"]".</param>
    public static bool Include(string address) => Types.Contains(address.Split('.')[0]);
}
