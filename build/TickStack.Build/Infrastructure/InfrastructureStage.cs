using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tools;
using TickStack.Build.Tools.Artifacts;
using TickStack.Build.Tools.Terraform;

namespace TickStack.Build.Infrastructure;

/// <summary>Plans and applies the two roots, and hands on their outputs.</summary>
public sealed class InfrastructureStage(ITerraform terraform, TaintedResources tainted, Adoption adoption, RootFolders folders, ArtifactStore artifacts, StackSettings settings, IPlanReport report, IStepReport steps, TimeProvider time)
{
    /// <summary>Plans, shows what would change and saves it. Changes nothing.</summary>
    public async Task<PlanSummary> PlanAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        artifacts.WriteText($"terraform/{root.Name}/variables.tfvars.json", TerraformVariables.Of(root, settings));
        await terraform.InitAsync(root, cancellationToken);
        var changes = await steps.RunAsync(time, $"terraform/{root.Name}: planning the {root.Title}", () => PlanMendedAsync(root, cancellationToken));
        var summary = changes ? await ReadPlanAsync(root, cancellationToken) : PlanSummary.Empty;
        artifacts.Write(root.PlanArtifact, new SavedPlan(FingerprintOf(root), summary.Changes));
        report.Planned(root, summary, folders.PlanText(root.Plan));
        return summary;
    }

    /// <summary>Plans and applies what was just planned.</summary>
    public async Task<InfrastructureOutcome> ApplyAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var plan = await PlanAsync(root, cancellationToken);
            try
            {
                return await ApplyAsync(root, plan, started, cancellationToken);
            }
            catch (FailureException failure) when (ExistingResources.In(failure.Message) is { Count: > 0 } existing)
            {
                // Each round takes in what the one before stopped at, or throws.
                await adoption.AdoptAsync(root, existing, failure, cancellationToken);
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

    private async Task<bool> PlanMendedAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        if (artifacts.Holds(Unfinished(root)))
        {
            await tainted.KeepAsync(root, cancellationToken);
        }

        try
        {
            return await terraform.PlanAsync(root.Plan, cancellationToken);
        }
        catch (FailureException failure) when (failure.Message.Contains("Instance cannot be destroyed", StringComparison.Ordinal))
        {
            // The same, left by a run on another machine.
            if (await tainted.KeepAsync(root, cancellationToken) == 0)
            {
                throw;
            }

            return await terraform.PlanAsync(root.Plan, cancellationToken);
        }
    }

    private async Task<InfrastructureOutcome> ApplyAsync(TerraformRoot root, PlanSummary plan, long started, CancellationToken cancellationToken)
    {
        var changes = plan.Changes.Count > 0;
        if (changes)
        {
            artifacts.WriteText(Unfinished(root), "An apply began and has not ended.\n");
            await steps.RunAsync(time, $"terraform/{root.Name}: applying {plan}", () => terraform.ApplyAsync(root.Plan, cancellationToken));
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

    private async Task<PlanSummary> ReadPlanAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        artifacts.WriteText($"terraform/{root.Name}/plan.txt", await terraform.ShowPlanTextAsync(root.Plan, cancellationToken));
        return PlanSummary.Parse(await terraform.ShowPlanJsonAsync(root.Plan, cancellationToken));
    }

    private static string Unfinished(TerraformRoot root) => $"terraform/{root.Name}/apply.unfinished";

    private string FingerprintOf(TerraformRoot root) =>
        Fingerprint.OfParts(folders.ConfigurationFiles(root)
            .Append(folders.Variables(root))
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), File.ReadAllText(file))));
}
