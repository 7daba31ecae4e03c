using TickStack.Build.Infrastructure;

namespace TickStack.Build.Reporting;

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
