using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;

namespace TickStack.Build.Terraform;

/// <summary>Plans a root and saves the plan, unless it would take away what no plan may. What earlier runs have left half made is taken up first, so that the
/// plan is about the configuration alone.</summary>
public sealed class RootPlanner(ITerraform terraform, TaintedResources tainted, VolumeImport volumes, RootFolders folders, ArtifactStore artifacts,
    StackSettings settings, IStepReport steps, TimeProvider time)
{
    /// <summary>Shows nothing: a table would stand among what others print at the same time.</summary>
    public async Task<PlanSummary> PlanAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        WriteVariables(root);
        await terraform.InitAsync(root, cancellationToken);
        Forget(root);
        var summary = await steps.RunAsync(time, $"terraform/{root.Name}: planning the {root.Title}", () => SummaryAsync(root, cancellationToken));
        artifacts.Write(root.PlanArtifact, new SavedPlan(FingerprintOf(root), summary.Changes));
        return summary;
    }

    /// <summary>The plan that was saved, and that someone has approved since.</summary>
    /// <exception cref="FailureException">There is none, or it was made from something else than what is here now.</exception>
    public PlanSummary Approved(TerraformRoot root)
    {
        WriteVariables(root);
        var saved = artifacts.Read<SavedPlan>(root.PlanArtifact, "Plan-Infrastructure");
        return saved.Fingerprint == FingerprintOf(root) ? saved.Summary : throw new FailureException(
            $"The approved plan of terraform/{root.Name} was made from another configuration or other settings than those that are here now.",
            "Run --target=Plan-Infrastructure, look at the plan again and approve that one.",
            ExitCode.InvalidInput);
    }

    private async Task<PlanSummary> SummaryAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        while (await PlanMendedAsync(root, cancellationToken))
        {
            var plan = await ReadAsync(root, cancellationToken);
            if (!await volumes.ImportAsync(root, plan, cancellationToken))
            {
                return await AllowedAsync(root, plan, cancellationToken);
            }
        }

        return PlanSummary.Empty;
    }

    private async Task<bool> PlanMendedAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        if (artifacts.Holds(root.UnfinishedArtifact))
        {
            await tainted.KeepAsync(root, cancellationToken);
        }

        try
        {
            return await terraform.PlanAsync(root.Plan, cancellationToken);
        }
        catch (FailureException failure) when (failure.Message.Contains("Instance cannot be destroyed", StringComparison.Ordinal))
        {
            // The same, left by a run on another machine; or else a change that must not be, whose cause Terraform does not name.
            if (await tainted.KeepAsync(root, cancellationToken) == 0)
            {
                await AllowedAsync(root, await ReadAsync(root, cancellationToken), cancellationToken);
                throw;
            }

            return await terraform.PlanAsync(root.Plan, cancellationToken);
        }
    }

    private async Task<PlanJson> ReadAsync(TerraformRoot root, CancellationToken cancellationToken) =>
        PlanJson.Read(root.Plan, await terraform.ShowPlanJsonAsync(root.Plan, cancellationToken));

    private async Task<PlanSummary> AllowedAsync(TerraformRoot root, PlanJson plan, CancellationToken cancellationToken)
    {
        artifacts.WriteText(root.Plan.TextFile, await terraform.ShowPlanTextAsync(root.Plan, cancellationToken));
        if (ProtectedResources.Problems(root, plan) is { Count: > 0 } problems)
        {
            // Nobody is to apply it later either.
            Forget(root);
            throw new FailureException(problems, ExitCode.InvalidInput);
        }

        return PlanSummary.Of(plan);
    }

    private void WriteVariables(TerraformRoot root) =>
        artifacts.WriteText($"terraform/{root.Name}/variables.tfvars.json", TerraformVariables.Of(root, settings));

    // A plan that fails must leave none behind that could be taken for it.
    private void Forget(TerraformRoot root)
    {
        artifacts.Delete(root.Plan.File);
        artifacts.Delete(root.PlanArtifact);
    }

    private string FingerprintOf(TerraformRoot root) =>
        Fingerprint.OfParts(folders.ConfigurationFiles(root)
            .Append(folders.Variables(root))
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), File.ReadAllText(file))));
}

/// <summary>A plan that is made while the run does other things. The engine runs one task after the other, and stays so; one of them
/// begins the plan, a later one takes it.</summary>
public sealed class PlanAhead(Cancellation run, ChildProcesses children) : IDisposable
{
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(run.Token);
    private Task<PlanSummary>? plan;
    private bool isTaken;

    /// <summary>Once per run, and not after it was taken.</summary>
    public void Begin(Func<CancellationToken, Task<PlanSummary>> make)
    {
        if (!isTaken && plan is null)
        {
            plan = Task.Run(() => make(source.Token));
        }
    }

    /// <summary>The plan that was begun, and with it its failure; null when none was.</summary>
    public Task<PlanSummary>? Take()
    {
        isTaken = true;
        return plan;
    }

    /// <summary>Ends a plan that nobody took, so that neither its process nor its lock stays behind. Why it ended is no news: the run
    /// ends for a reason of its own.</summary>
    public async Task AbandonAsync()
    {
        if (isTaken || plan is null)
        {
            return;
        }

        await source.CancelAsync();
        if (!run.Token.IsCancellationRequested)
        {
            // No other child is left at the end of a run; a signal has told them all already, and must not be repeated.
            children.End();
        }

        await ((Task)plan).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => source.Dispose();
}
