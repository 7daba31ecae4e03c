using TickStack.Build.Manifests;
using TickStack.Build.Manifests.Rendering;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Images and infrastructure outputs → the two files of a service.</summary>
/// <param name="settings">The environment's.</param>
/// <param name="artifacts">Results of the stages before.</param>
/// <param name="templates">The repository's folder ecs/.</param>
public sealed class RenderStep(StackSettings settings, ArtifactStore artifacts, ManifestFolder templates)
{
    /// <summary>What is deployed.</summary>
    public const string Folder = "ecs";

    /// <summary>What would be deployed: never in the way of what is.</summary>
    public const string PreviewFolder = "preview/ecs";

    /// <returns>The folder below artifacts/ENVIRONMENT, which holds the files afterwards.</returns>
    public async Task<ManifestFolder> RunAsync(StackService service, StackParts parts, string folder, CancellationToken cancellationToken)
    {
        var manifests = ManifestRenderer.Render(
            service,
            await templates.ReadTemplateAsync(service, ManifestFolder.ComposeFile, cancellationToken),
            await templates.ReadTemplateAsync(service, ManifestFolder.ParamsFile, cancellationToken),
            ManifestModel.From(settings, parts.Images, parts.Cluster));
        var rendered = new ManifestFolder(artifacts.PathOf(folder));
        await rendered.WriteAsync(manifests, cancellationToken);
        return rendered;
    }
}
