using TickStack.Build.Images;
using TickStack.Build.Infrastructure;
using TickStack.Build.Manifests;
using TickStack.Build.Reporting;
using TickStack.Build.Tools.Docker;

namespace TickStack.Build.Tasks.Steps;

/// <summary>What a deploy would come to, without building, pushing or applying anything.</summary>
public sealed class PlannedPartsStep(StackOutputs outputs, ImagePlanner planner, IImageRepository repository, IStepReport steps)
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
