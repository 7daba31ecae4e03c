namespace TickStack.Build.Infrastructure;

/// <summary>What is known of the plan that Plan-Infrastructure saved, for an apply in a later run or another CI job.</summary>
/// <param name="Fingerprint">Of the configuration and variables that it was made from.</param>
/// <param name="Changes">What it would do; empty when there is no plan file because nothing changes.</param>
public sealed record SavedPlan(string Fingerprint, IReadOnlyList<ResourceChange> Changes)
{
    public PlanSummary Summary => new(Changes);
}
