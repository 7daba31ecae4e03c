using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tools;
using TickStack.Build.Tools.Artifacts;
using TickStack.Build.Tools.Terraform;

namespace TickStack.Build.Infrastructure;

/// <summary>Plans and applies the two roots, and hands on their outputs.</summary>
public sealed class InfrastructureStage(ITerraform terraform, IStateCommands state, Adoption adoption, VolumeAdoption volumes, RootFolders folders, ArtifactStore artifacts, StackSettings settings, IPlanReport report, IStepReport steps, TimeProvider time)
{
    /// <summary>Plans, shows what would change and saves it. Changes nothing.</summary>
    public Task<PlanSummary> PlanAsync(TerraformRoot root, CancellationToken cancellationToken) => ShowAsync(root, PrepareAsync(root, cancellationToken));

    /// <summary>Plans and saves it. Shows nothing: a table would stand in the midst of what others print meanwhile.</summary>
    public async Task<PlanSummary> PrepareAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        artifacts.WriteText($"terraform/{root.Name}/variables.tfvars.json", TerraformVariables.Of(root, settings));
        await terraform.InitAsync(root, cancellationToken);
        Forget(root);
        var summary = await steps.RunAsync(time, $"terraform/{root.Name}: planning the {root.Title}", () => SummaryAsync(root, cancellationToken));
        artifacts.Write(root.PlanArtifact, new SavedPlan(FingerprintOf(root), summary.Changes));
        return summary;
    }

    /// <summary>Plans and applies what was just planned.</summary>
    public Task<InfrastructureOutcome> ApplyAsync(TerraformRoot root, CancellationToken cancellationToken) =>
        ApplyAsync(root, PrepareAsync(root, cancellationToken), cancellationToken);

    /// <summary>Applies what is being planned.</summary>
    /// <param name="prepared">The plan, from <see cref="PrepareAsync"/>; it may have been begun long ago.</param>
    public async Task<InfrastructureOutcome> ApplyAsync(TerraformRoot root, Task<PlanSummary> prepared, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var next = prepared; ; next = PrepareAsync(root, cancellationToken))
        {
            var plan = await ShowAsync(root, next);
            try
            {
                return await ApplyAsync(root, plan, started, cancellationToken);
            }
            catch (FailureException failure) when (ExistingResources.In(failure.Message) is { Count: > 0 } existing)
            {
                // Each round takes in what the one before stopped at, or throws.
                await adoption.AdoptAsync(root, existing, failure, cancellationToken);
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
        artifacts.WriteText($"terraform/{root.Name}/variables.tfvars.json", TerraformVariables.Of(root, settings));
        var saved = artifacts.Read<SavedPlan>(root.PlanArtifact, "Plan-Infrastructure");
        if (saved.Fingerprint != FingerprintOf(root))
        {
            throw new FailureException(
                $"The approved plan of terraform/{root.Name} was made from another configuration or other settings than those that are here now.",
                "Run --target=Plan-Infrastructure, look at the plan again and approve that one.",
                ExitCode.InvalidInput);
        }

        await terraform.InitAsync(root, cancellationToken);
        try
        {
            return await ApplyAsync(root, saved.Summary, started, cancellationToken);
        }
        catch (FailureException failure) when (ExistingResources.In(failure.Message) is { Count: > 0 } existing)
        {
            await adoption.AdoptAsync(root, existing, failure, cancellationToken);
            throw new FailureException(
                $"terraform/{root.Name}: {string.Join(", ", existing)} existed already and is in the state now, so the approved plan no longer holds.",
                "Run --target=Plan-Infrastructure, look at the plan again and approve that one.",
                ExitCode.Failed,
                failure);
        }
    }

    private async Task<PlanSummary> SummaryAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        while (await PlanMendedAsync(root, cancellationToken))
        {
            var plan = await terraform.ShowPlanJsonAsync(root, cancellationToken);
            if (!await volumes.AdoptAsync(root, plan, cancellationToken))
            {
                return await ReadPlanAsync(root, plan, cancellationToken);
            }
        }

        return PlanSummary.Empty;
    }

    private async Task<PlanSummary> ShowAsync(TerraformRoot root, Task<PlanSummary> prepared)
    {
        var summary = await prepared;
        report.Planned(root, summary, folders.PlanText(root));
        return summary;
    }

    // What an apply that did not end has made is tainted: Terraform would replace it, which prevent_destroy forbids for the key
    // and the volume, and which a name that is taken forbids for others. It is there, so it is kept, and compared as any other.
    private async Task<bool> PlanMendedAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        if (artifacts.Holds(Unfinished(root)))
        {
            await KeepTaintedAsync(root, cancellationToken);
        }

        try
        {
            return await terraform.PlanAsync(root, cancellationToken);
        }
        catch (FailureException failure) when (failure.Message.Contains("Instance cannot be destroyed", StringComparison.Ordinal))
        {
            // The same, left by a run on another machine; or else a change that must not be, whose cause Terraform does not name.
            if (await KeepTaintedAsync(root, cancellationToken) == 0)
            {
                await ReadPlanAsync(root, await terraform.ShowPlanJsonAsync(root, cancellationToken), cancellationToken);
                throw;
            }

            return await terraform.PlanAsync(root, cancellationToken);
        }
    }

    private async Task<int> KeepTaintedAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var tainted = TaintedInstances.In(await state.PullAsync(root, cancellationToken));
        foreach (var address in tainted)
        {
            steps.Note($"{address} was being made when an apply was cut short: it is kept");
            await state.UntaintAsync(root, address, cancellationToken);
        }

        return tainted.Count;
    }

    private async Task<InfrastructureOutcome> ApplyAsync(TerraformRoot root, PlanSummary plan, long started, CancellationToken cancellationToken)
    {
        var changes = plan.Changes.Count > 0;
        if (changes)
        {
            artifacts.WriteText(Unfinished(root), "An apply began and has not ended.\n");
            await steps.RunAsync(time, $"terraform/{root.Name}: applying {plan}", () => terraform.ApplyAsync(root, cancellationToken));
            artifacts.Delete(Unfinished(root));
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

    private async Task<PlanSummary> ReadPlanAsync(TerraformRoot root, string plan, CancellationToken cancellationToken)
    {
        artifacts.WriteText($"terraform/{root.Name}/plan.txt", await terraform.ShowPlanTextAsync(root, cancellationToken));
        if (ProtectedResources.Problems(root, plan) is { Count: > 0 } problems)
        {
            // Nobody shall apply it later either.
            Forget(root);
            throw new FailureException(problems, ExitCode.InvalidInput);
        }

        return PlanSummary.Parse(plan);
    }

    // A plan that fails must leave none behind that could be taken for it.
    private void Forget(TerraformRoot root)
    {
        artifacts.Delete(root.PlanFile);
        artifacts.Delete(root.PlanArtifact);
    }

    private static string Unfinished(TerraformRoot root) => $"terraform/{root.Name}/apply.unfinished";

    private string FingerprintOf(TerraformRoot root) =>
        Fingerprint.OfParts(folders.ConfigurationFiles(root)
            .Append(folders.Variables(root))
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), File.ReadAllText(file))));
}
