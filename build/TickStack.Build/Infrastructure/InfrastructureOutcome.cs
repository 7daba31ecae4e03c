namespace TickStack.Build.Infrastructure;

/// <summary>What an apply did to one root.</summary>
public sealed record InfrastructureOutcome(TerraformRoot Root, PlanSummary Plan, bool Applied, TimeSpan Duration);
