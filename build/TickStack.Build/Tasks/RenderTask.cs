using Cake.Frosting;
using TickStack.Build.Artifacts;
using TickStack.Build.Images;
using TickStack.Build.Manifests;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Render")]
[TaskDescription("Writes docker-compose.yml and ecs-params.yml of both services to artifacts/<environment>/ecs/")]
[IsDependentOn(typeof(PublishTask))]
[IsDependentOn(typeof(ApplyInfrastructureTask))]
public sealed class RenderTask : EnvironmentTask
{
    protected override async Task ExecuteAsync(BuildContext context)
    {
        foreach (var service in StackService.All)
        {
            await context.Render.RunAsync(service, context.PublishedParts.Run(service), ManifestRendering.Folder, context.Cancellation);
        }
    }
}

/// <summary>Images and infrastructure outputs → the two files of a service.</summary>
/// <param name="settings">The environment's.</param>
/// <param name="artifacts">Results of the stages before.</param>
/// <param name="templates">The repository's folder ecs/.</param>
public sealed class ManifestRendering(StackSettings settings, ArtifactStore artifacts, ManifestFolder templates)
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

/// <summary>The results of the targets that a deploy runs first.</summary>
public sealed class PublishedParts(ArtifactStore artifacts)
{
    public StackParts Run(StackService service) => new(
        artifacts.Read<ClusterOutputs>(TerraformRoot.Cluster.OutputsArtifact, TerraformRoot.Cluster.ApplyTarget),
        service.Components.ToDictionary(
            component => component.Name,
            component => artifacts.Read<PublishedImage>(PublishedImage.ArtifactOf(component), $"Publish-{component.Title}")));
}

/// <summary>What a service's files are rendered from, beside the settings.</summary>
/// <param name="Cluster">Terraform's outputs.</param>
/// <param name="Images">Component → image, of the service's components.</param>
public sealed record StackParts(ClusterOutputs Cluster, IReadOnlyDictionary<string, PublishedImage> Images);
