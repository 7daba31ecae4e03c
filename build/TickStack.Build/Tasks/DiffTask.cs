using Cake.Frosting;
using TickStack.Build.Ecs;
using TickStack.Build.Images;
using TickStack.Build.Reporting;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tasks;

[TaskName("Diff")]
[TaskDescription("Shows what a deploy would change in the services, and changes nothing; exit code 2 when something differs")]
public sealed class DiffTask : CloudTask
{
    protected override async Task RunInCloudAsync(BuildContext context)
    {
        foreach (var service in ChosenServices.Of(context.Options))
        {
            await context.Diff.RunAsync(service, context.Cancellation);
        }
    }
}

/// <summary>What a deploy would change now.</summary>
public sealed class DeployPreview(PlannedParts planned, DesiredServices desired, ServiceDeployer deployer, DiffPrinter printer, RunOutcome outcome, IStepReport steps)
{
    public async Task RunAsync(StackService service, CancellationToken cancellationToken)
    {
        var parts = await planned.RunAsync(service, cancellationToken);
        var plan = await deployer.PlanAsync(await desired.RunAsync(service, parts, ManifestRendering.PreviewFolder, cancellationToken), cancellationToken);
        var diff = ServiceDiff.Of(plan);
        if (diff.Length == 0)
        {
            steps.Note($"{plan.Desired.ServiceName}: no differences");
            return;
        }

        printer.Print(diff);
        outcome.Conclude(ExitCode.Differences);
    }
}

/// <summary>What a deploy would come to, without building, pushing or applying anything.</summary>
public sealed class PlannedParts(StackOutputs outputs, ImagePlanner planner, IImageRepository repository, IStepReport steps)
{
    /// <summary>Stands where the digest of an image will stand that is yet to be built.</summary>
    public const string Unpublished = "sha256:not-published-yet";

    public async Task<StackParts> RunAsync(StackService service, CancellationToken cancellationToken)
    {
        var cluster = await outputs.ClusterAsync(cancellationToken);
        var registry = await outputs.RegistryAsync(cancellationToken);
        var images = await Task.WhenAll(service.Components.Select(component => ImageAsync(component, registry, cancellationToken)));
        return new StackParts(cluster, images.ToDictionary(image => image.Component));
    }

    private async Task<PublishedImage> ImageAsync(Component component, RegistryOutputs registry, CancellationToken cancellationToken)
    {
        var plan = planner.Plan(component, registry.RepositoryOf(component));
        var digest = await repository.FindDigestAsync(plan.Repository, plan.Tag, cancellationToken);
        if (digest is null)
        {
            steps.Note($"{component}: {plan.Tag} is not published yet");
        }

        return new PublishedImage(component.Name, plan.Repository, plan.Tag, digest ?? Unpublished, plan.Base.Reference);
    }
}
