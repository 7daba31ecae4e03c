using TickStack.Build.Artifacts;
using TickStack.Build.Images;
using TickStack.Build.Reporting;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Manifests;

/// <summary>What a service's files are rendered from, beside the settings.</summary>
/// <param name="Cluster">Terraform's outputs.</param>
/// <param name="Images">Component → image, of the service's components.</param>
public sealed record StackParts(ClusterOutputs Cluster, IReadOnlyDictionary<string, PublishedImage> Images);

/// <summary>The results of the targets that a deploy runs first.</summary>
public sealed class PublishedParts(ArtifactStore artifacts)
{
    public StackParts Of(StackService service) => new(
        artifacts.Read<ClusterOutputs>(TerraformRoot.Cluster.OutputsArtifact, TerraformRoot.Cluster.ApplyTarget),
        service.Components.ToDictionary(
            component => component.Name,
            component => artifacts.Read<PublishedImage>(PublishedImage.ArtifactOf(component), $"Publish-{component.Title}")));
}

/// <summary>What a deploy would come to, without building, pushing or applying anything.</summary>
public sealed class PlannedParts(StackOutputs outputs, ImagePlanner planner, IImageRepository repository, IStepReport steps)
{
    /// <summary>Stands where the digest of an image will stand that is yet to be built.</summary>
    public const string Unpublished = "sha256:not-published-yet";

    public async Task<StackParts> OfAsync(StackService service, CancellationToken cancellationToken)
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
