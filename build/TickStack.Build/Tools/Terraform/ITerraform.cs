using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tools.Terraform;

/// <summary>The terraform program, on one root at a time.</summary>
public interface ITerraform
{
    Task InitAsync(TerraformRoot root, CancellationToken cancellationToken);

    /// <summary>Saves the plan; false when there is nothing to change.</summary>
    Task<bool> PlanAsync(TerraformPlan plan, CancellationToken cancellationToken);

    /// <summary>The saved plan as JSON. It may hold values that nobody should see: take what is needed, show none of it.</summary>
    Task<string> ShowPlanJsonAsync(TerraformPlan plan, CancellationToken cancellationToken);

    /// <summary>The saved plan as people read it, sensitive values left out.</summary>
    Task<string> ShowPlanTextAsync(TerraformPlan plan, CancellationToken cancellationToken);

    /// <summary>Applies exactly the saved plan.</summary>
    Task ApplyAsync(TerraformPlan plan, CancellationToken cancellationToken);

    Task<string> OutputJsonAsync(TerraformRoot root, CancellationToken cancellationToken);
}
