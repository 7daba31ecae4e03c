namespace TickStack.Build.Terraform;

/// <summary>What a saved plan would do.</summary>
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

    public static PlanSummary Of(PlanJson plan) => new([.. plan.ResourceChanges.Select(Change).OfType<ResourceChange>()]);

    private static ResourceChange? Change(PlannedResource resource) =>
        resource.Action is { } action ? new ResourceChange(resource.Address, action, ReplaceReasons.Of(resource)) : null;
}

/// <summary>What a plan does to one resource.</summary>
/// <param name="Address">"aws_ebs_volume.data".</param>
/// <param name="Action">Create, update, replace or destroy.</param>
/// <param name="Reasons">Why it cannot stay: the arguments that only another resource can have, or that it left the configuration.
/// Empty for one that stays.</param>
public sealed record ResourceChange(string Address, ChangeAction Action, IReadOnlyList<string> Reasons);

public enum ChangeAction
{
    Create,
    Update,
    Replace,
    Destroy,
}

/// <summary>What is known of the plan that Plan-Infrastructure saved, for an apply in a later run or another CI job.</summary>
/// <param name="Fingerprint">Of the configuration and variables that it was made from.</param>
/// <param name="Changes">What it would do; empty when there is no plan file because nothing changes.</param>
public sealed record SavedPlan(string Fingerprint, IReadOnlyList<ResourceChange> Changes)
{
    public PlanSummary Summary => new(Changes);
}
