using TickStack.Build.Artifacts;
using TickStack.Build.Reporting;

namespace TickStack.Build.Terraform;

/// <summary>Plans and applies the two roots, and hands on their outputs.</summary>
public sealed class InfrastructureStage(ITerraform terraform, RootPlanner planner, ResourceImport imports, RootFolders folders, ArtifactStore artifacts,
    IPlanReport report, IStepReport steps, TimeProvider time)
{
    /// <summary>Plans, shows what would change and saves it. Changes nothing.</summary>
    public Task<PlanSummary> PlanAsync(TerraformRoot root, CancellationToken cancellationToken) => ShowAsync(root, planner.PlanAsync(root, cancellationToken));

    /// <summary>Plans and applies what was just planned.</summary>
    public Task<InfrastructureOutcome> ApplyAsync(TerraformRoot root, CancellationToken cancellationToken) =>
        ApplyAsync(root, planner.PlanAsync(root, cancellationToken), cancellationToken);

    /// <summary>Applies what is being planned.</summary>
    /// <param name="root">Whose plan it is.</param>
    /// <param name="prepared">The plan, from <see cref="RootPlanner"/>; it may have been begun long ago.</param>
    public async Task<InfrastructureOutcome> ApplyAsync(TerraformRoot root, Task<PlanSummary> prepared, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var next = prepared; ; next = planner.PlanAsync(root, cancellationToken))
        {
            var plan = await ShowAsync(root, next);
            try
            {
                return await ApplyAsync(root, plan, started, cancellationToken);
            }
            catch (FailureException failure) when (ExistingResources.In(failure.Message) is { Count: > 0 } existing)
            {
                // Each round takes in what the one before stopped at, or throws.
                await imports.ImportAsync(root, existing, failure, cancellationToken);
            }
            catch (FailureException failure) when (next == prepared && failure.Message.Contains("Saved plan is stale", StringComparison.Ordinal))
            {
                steps.Note($"terraform/{root.Name}: the state has changed since the plan was made; planning again");
            }
        }
    }

    /// <summary>Applies the plan that was shown and approved, or nothing at all.</summary>
    public async Task<InfrastructureOutcome> ApplyApprovedAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var approved = planner.Approved(root);
        await terraform.InitAsync(root, cancellationToken);
        try
        {
            return await ApplyAsync(root, approved, started, cancellationToken);
        }
        catch (FailureException failure) when (ExistingResources.In(failure.Message) is { Count: > 0 } existing)
        {
            await imports.ImportAsync(root, existing, failure, cancellationToken);
            throw new FailureException(
                $"terraform/{root.Name}: {string.Join(", ", existing)} existed already and is in the state now, so the approved plan no longer holds.",
                "Run --target=Plan-Infrastructure, look at the plan again and approve that one.",
                ExitCode.Failed,
                failure);
        }
    }

    private async Task<PlanSummary> ShowAsync(TerraformRoot root, Task<PlanSummary> prepared)
    {
        var summary = await prepared;
        report.Planned(root, summary, folders.PlanText(root.Plan));
        return summary;
    }

    private async Task<InfrastructureOutcome> ApplyAsync(TerraformRoot root, PlanSummary plan, long started, CancellationToken cancellationToken)
    {
        var changes = plan.Changes.Count > 0;
        if (changes)
        {
            artifacts.WriteText(root.UnfinishedArtifact, "An apply began and has not ended.\n");
            await steps.RunAsync(time, $"terraform/{root.Name}: applying {plan}", () => terraform.ApplyAsync(root.Plan, cancellationToken));
            artifacts.Delete(root.UnfinishedArtifact);
        }

        await KeepOutputsAsync(root, cancellationToken);
        return new InfrastructureOutcome(root, plan, changes, time.GetElapsedTime(started));
    }

    private async Task KeepOutputsAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var json = await terraform.OutputJsonAsync(root, cancellationToken);
        if (root == TerraformRoot.Registry)
        {
            artifacts.Write(root.OutputsArtifact, OutputReader.Read<RegistryOutputs>(root, json));
        }
        else
        {
            artifacts.Write(root.OutputsArtifact, OutputReader.Read<ClusterOutputs>(root, json));
        }
    }
}

/// <summary>What an apply did to one root.</summary>
public sealed record InfrastructureOutcome(TerraformRoot Root, PlanSummary Plan, bool Applied, TimeSpan Duration) : IOutcome
{
    private static readonly SummaryTable Infrastructure = new("Infrastructure", "Configuration", "Changes", "Time");

    SummaryTable IOutcome.Table => Infrastructure;

    IReadOnlyList<string> IOutcome.Row => [$"terraform/{Root.Name}", $"{Plan}", Elapsed.Text(Duration)];
}
