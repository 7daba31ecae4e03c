using TickStack.Build.Infrastructure;

namespace TickStack.Build.Reporting;

/// <summary>A plan as a few lines: the counts, what it replaces or destroys by name, and where the whole of it is.</summary>
public sealed class PlanPrinter(IStepReport steps) : IPlanReport
{
    private const int Listed = 12;

    public void Planned(TerraformRoot root, PlanSummary summary, string fullPlan)
    {
        steps.Note($"terraform/{root.Name}: {summary}");
        if (summary.Changes.Count == 0)
        {
            return;
        }

        foreach (var change in Shown(summary))
        {
            steps.Note($"  {Symbol(change.Action)} {change.Address}");
        }

        steps.Note($"  the whole plan: {fullPlan}");
    }

    // What is lost comes first and is never left out.
    private static List<ResourceChange> Shown(PlanSummary summary)
    {
        var lost = summary.Changes.Where(change => change.Action is ChangeAction.Destroy or ChangeAction.Replace).ToList();
        var others = summary.Changes.Except(lost).ToList();
        return others.Count <= Listed ? [.. lost, .. others] : lost;
    }

    private static string Symbol(ChangeAction action) => action switch
    {
        ChangeAction.Create => "+",
        ChangeAction.Update => "~",
        ChangeAction.Replace => "±",
        _ => "-",
    };
}
