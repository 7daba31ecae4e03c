using TickStack.Build.Images;
using TickStack.Build.Infrastructure;
using TickStack.Build.Manifests;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>The results of the targets that a deploy runs first.</summary>
public sealed class PublishedPartsStep(ArtifactStore artifacts)
{
    public StackParts Run(StackService service) => new(
        artifacts.Read<ClusterOutputs>(TerraformRoot.Cluster.OutputsArtifact, TerraformRoot.Cluster.ApplyTarget),
        service.Components.ToDictionary(
            component => component.Name,
            component => artifacts.Read<PublishedImage>(PublishedImage.ArtifactOf(component), $"Publish-{component.Title}")));
}
