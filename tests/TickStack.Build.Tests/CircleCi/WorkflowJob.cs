namespace TickStack.Build.Tests.CircleCi;

/// <summary>An entry of the workflow.</summary>
/// <param name="Definition">The job that it runs: "target", "compile", …; an approval has its own name here.</param>
/// <param name="Target">What --target is given; null for jobs that run none.</param>
internal sealed record WorkflowJob(
    string Name,
    string Definition,
    string? Target,
    string? Results,
    string? Options,
    bool IsApproval,
    IReadOnlyList<string> Requires,
    string? Context,
    string? Branches);
