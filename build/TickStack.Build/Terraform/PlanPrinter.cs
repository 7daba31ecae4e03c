using Spectre.Console;
using TickStack.Build.Reporting;

namespace TickStack.Build.Terraform;

/// <summary>Shows people what a plan would do.</summary>
public interface IPlanReport
{
    /// <param name="root">Which configuration.</param>
    /// <param name="summary">What it would change.</param>
    /// <param name="fullPlan">File that holds the whole plan as text, when anything changes.</param>
    void Planned(TerraformRoot root, PlanSummary summary, string fullPlan);

    /// <summary>The whole plan as Terraform prints it.</summary>
    void Whole(string plan);
}

/// <summary>A plan as a short table: the counts, each change, why what goes must go, and where the whole of it is.</summary>
public sealed class PlanPrinter(IAnsiConsole console, IStepReport steps) : IPlanReport
{
    private const int Listed = 12;

    public void Planned(TerraformRoot root, PlanSummary summary, string fullPlan)
    {
        steps.Note($"terraform/{root.Name}: {summary}");
        if (summary.Changes.Count == 0)
        {
            return;
        }

        var table = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(4).PadRight(2)).AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var change in Shown(summary))
        {
            table.AddRow(new Text(Word(change.Action), StyleOf(change.Action)), new Text(change.Address), new Text(Why(change)));
        }

        console.Write(table);
        steps.Note($"the whole plan: {fullPlan}");
    }

    // As it is: the console would wrap its lines.
    public void Whole(string plan) => console.Profile.Out.Writer.WriteLine(plan);

    // What is lost comes first and is never left out.
    private static List<ResourceChange> Shown(PlanSummary summary)
    {
        var lost = summary.Changes.Where(change => change.Action is ChangeAction.Destroy or ChangeAction.Replace).ToList();
        var others = summary.Changes.Except(lost).ToList();
        return others.Count <= Listed ? [.. lost, .. others] : lost;
    }

    private static string Why(ResourceChange change) => change.Reasons.Count == 0 ? "" : $"because: {string.Join(", ", change.Reasons)}";

    private static string Word(ChangeAction action) => action switch
    {
        ChangeAction.Create => "+ create",
        ChangeAction.Update => "~ change",
        ChangeAction.Replace => "± replace",
        _ => "- destroy",
    };

    private static Style StyleOf(ChangeAction action) => action switch
    {
        ChangeAction.Create => new Style(Color.Green),
        ChangeAction.Update => new Style(Color.Yellow),
        _ => new Style(Color.Red),
    };
}
