using TickStack.Build.Images;
using TickStack.Build.Infrastructure;
using TickStack.Build.Manifests;
using TickStack.Build.Manifests.Rendering;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Published images and infrastructure outputs → the two files of a service.</summary>
/// <param name="settings">The environment's.</param>
/// <param name="artifacts">Results of the stages before.</param>
/// <param name="templates">The repository's folder ecs/.</param>
public sealed class RenderStep(StackSettings settings, ArtifactStore artifacts, ManifestFolder templates)
{
    /// <returns>The folder artifacts/ENVIRONMENT/ecs, which holds the files afterwards.</returns>
    public async Task<ManifestFolder> RunAsync(StackService service, CancellationToken cancellationToken)
    {
        var cluster = artifacts.Read<ClusterOutputs>(TerraformRoot.Cluster.OutputsArtifact, TerraformRoot.Cluster.ApplyTarget);
        var images = service.Components.ToDictionary(
            component => component.Name,
            component => artifacts.Read<PublishedImage>(PublishedImage.ArtifactOf(component), $"Publish-{component.Title}"));
        var manifests = ManifestRenderer.Render(
            service,
            await templates.ReadTemplateAsync(service, ManifestFolder.ComposeFile, cancellationToken),
            await templates.ReadTemplateAsync(service, ManifestFolder.ParamsFile, cancellationToken),
            ManifestModel.From(settings, images, cluster));
        var rendered = new ManifestFolder(artifacts.PathOf("ecs"));
        await rendered.WriteAsync(manifests, cancellationToken);
        return rendered;
    }
}
