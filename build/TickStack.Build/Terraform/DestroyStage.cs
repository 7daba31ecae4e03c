using TickStack.Build.Artifacts;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;

namespace TickStack.Build.Terraform;

/// <summary>Destroys what the two roots have made. Each plan is saved, shown and looked at before it is carried out.</summary>
public sealed class DestroyStage(
    ITerraform terraform, IStateCommands state, TaintedResources tainted, RootFolders folders, ArtifactStore artifacts, StackSettings settings,
    IPlanReport report, IStepReport steps, TimeProvider time)
{
    private const string Name = "destroy";

    /// <summary>What the state holds.</summary>
    public async Task<IReadOnlyList<StateResource>> ReadAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        await terraform.InitAsync(root, cancellationToken);
        return StateJson.Read(root, await state.PullAsync(root, cancellationToken)).Managed;
    }

    /// <summary>Destroys all but <see cref="DataResources"/>, which stay in the state: the next apply finds the very same.</summary>
    public Task DestroyAsync(TerraformRoot root, IReadOnlyList<StateResource> resources, CancellationToken cancellationToken)
    {
        var targets = resources.Select(resource => resource.Address).Where(address => !DataResources.Include(address)).ToList();
        var plan = new TerraformPlan(root, Name) { Destroys = true, Targets = targets };
        return targets.Count == 0
            ? Task.CompletedTask
            : RunAsync(plan, change => change.Action == ChangeAction.Destroy && !DataResources.Include(change.Address), cancellationToken);
    }

    /// <summary>Destroys everything, data included.</summary>
    public async Task DestroyWithDataAsync(TerraformRoot root, IReadOnlyList<StateResource> resources, CancellationToken cancellationToken)
    {
        if (resources.Count == 0)
        {
            return;
        }

        using var copy = new UnprotectedCopy(folders, root);
        await ReleaseAsync(root, resources, cancellationToken);
        await RunAsync(
            new TerraformPlan(root, Name) { Destroys = true, Unprotected = true }, change => change.Action == ChangeAction.Destroy, cancellationToken);
    }

    // What forbids it stands in the state too, and is changed there first.
    private async Task ReleaseAsync(TerraformRoot root, IReadOnlyList<StateResource> resources, CancellationToken cancellationToken)
    {
        var targets = resources.Where(DestroyOverride.MustBeAppliedTo).Select(resource => resource.Address).ToList();
        if (targets.Count > 0)
        {
            await tainted.KeepAsync(root, cancellationToken);
            await RunAsync(new TerraformPlan(root, "release") { Targets = targets, Unprotected = true }, change => change.Action == ChangeAction.Update,
                cancellationToken);
        }
    }

    private async Task RunAsync(TerraformPlan plan, Func<ResourceChange, bool> isAllowed, CancellationToken cancellationToken)
    {
        artifacts.WriteText($"{plan}/variables.tfvars.json", TerraformVariables.Of(plan.Root, settings));
        var planning = plan.Destroys ? "planning what goes" : "planning to lift what protects it";
        var changes = await steps.RunAsync(time, $"{plan}: {planning}", () => terraform.PlanAsync(plan, cancellationToken));
        if (!changes)
        {
            return;
        }

        artifacts.WriteText(plan.TextFile, await terraform.ShowPlanTextAsync(plan, cancellationToken));
        var summary = PlanSummary.Of(PlanJson.Read(plan, await terraform.ShowPlanJsonAsync(plan, cancellationToken)));
        report.Planned(plan.Root, summary, folders.PlanText(plan));
        Refuse(plan, [.. summary.Changes.Where(change => !isAllowed(change))]);
        await steps.RunAsync(time, $"{plan}: applying {summary}", () => terraform.ApplyAsync(plan, cancellationToken));
        artifacts.Delete(plan.File);
    }

    private void Refuse(TerraformPlan plan, IReadOnlyList<ResourceChange> others)
    {
        if (others.Count > 0)
        {
            throw new FailureException(
                $"{plan}: the plan was not carried out, for it does what it must not: {string.Join(", ", others.Select(Named))}.",
                $"Look at {folders.PlanText(plan)}. When configuration and account have drifted apart, run --target={plan.Root.ApplyTarget} first, "
                    + "then this target again.");
        }
    }

    private static string Named(ResourceChange change) => $"{change.Action.ToString().ToLowerInvariant()} {change.Address}";
}

/// <summary>An override file of Terraform's, which takes back what forbids to destroy a root. The committed configuration says no to that, whoever asks; only a
/// copy of it gets this file, after someone has named the environment.</summary>
public static class DestroyOverride
{
    public const string FileName = "override.tf";

    public static string Of(TerraformRoot root) => root == TerraformRoot.Registry ? Registry : Cluster;

    /// <summary>Whether the deletion follows an argument that the provider reads from the state, and that stands there differently: the configuration is
    /// applied to it first. A volume that was imported has no final snapshot there yet.</summary>
    public static bool MustBeAppliedTo(StateResource resource) => resource.Type switch
    {
        "aws_secretsmanager_secret" or "aws_ecr_repository" => true,
        "aws_ebs_volume" => resource.Attributes.Member("final_snapshot") is not { ValueKind: JsonValueKind.True },
        _ => false,
    };

    private const string Registry = """
        resource "aws_ecr_repository" "component" {
          force_delete = true

          lifecycle {
            prevent_destroy = false
          }
        }

        """;

    private const string Cluster = """
        resource "aws_ebs_volume" "data" {
          lifecycle {
            prevent_destroy = false
          }
        }

        resource "aws_kms_key" "this" {
          lifecycle {
            prevent_destroy = false
          }
        }

        resource "aws_secretsmanager_secret" "influxdb" {
          recovery_window_in_days = 0
        }

        """;
}
