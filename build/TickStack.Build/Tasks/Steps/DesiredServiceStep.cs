using Amazon.ECS;
using TickStack.Build.Manifests;
using TickStack.Build.Manifests.Format;
using TickStack.Build.Manifests.Rendering;
using TickStack.Build.Manifests.Translation;
using TickStack.Build.Reporting;
using TickStack.Build.Services;
using TickStack.Build.Settings;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Rendered files → the service as it shall stand. They are read back as anyone else would read them: nothing is deployed
/// that is not in them, but for what their format cannot say.</summary>
public sealed class DesiredServiceStep(RenderStep render, StackSettings settings, StackTags tags, IStepReport steps)
{
    /// <param name="folder">Below artifacts/ENVIRONMENT.</param>
    public async Task<DesiredService> RunAsync(StackService service, StackParts parts, string folder, CancellationToken cancellationToken)
    {
        var rendered = await render.RunAsync(service, parts, folder, cancellationToken);
        var reading = new ReadingContext();
        var translated = Translate(rendered, await rendered.ReadAsync(service, cancellationToken), parts, reading);
        foreach (var warning in reading.Warnings.Problems.Concat(translated.Warnings))
        {
            steps.Note($"warning: {warning}");
        }

        return Desired(service, translated, parts);
    }

    private TranslatedService Translate(ManifestFolder folder, RenderedManifests manifests, StackParts parts, ReadingContext reading)
    {
        var (compose, ecsParams) = ManifestReader.Read(
            new ManifestSource(folder.PathOf(manifests.Service, ManifestFolder.ComposeFile), manifests.ComposeText),
            new ManifestSource(folder.PathOf(manifests.Service, ManifestFolder.ParamsFile), manifests.ParamsText),
            reading);
        return TaskDefinitionTranslator.Translate(compose, ecsParams, new TranslationOptions
        {
            ProjectName = manifests.Service.NameIn(settings.Name),
            LaunchType = LaunchType.EC2,
            Tags = [.. tags.Of(parts.Images.Values).Concat(tags.Origin).OrderBy(tag => tag.Key, StringComparer.Ordinal)],
            Discovery = new TerraformDiscovery(parts.Cluster),
        });
    }

    private DesiredService Desired(StackService service, TranslatedService translated, StackParts parts) => new()
    {
        Cluster = parts.Cluster.ClusterName,
        ServiceName = service.NameIn(settings.Name),
        TaskDefinition = translated.TaskDefinition,
        NetworkConfiguration = translated.NetworkConfiguration,
        ServiceRegistries = translated.ServiceRegistries,
        PlacementConstraints = translated.PlacementConstraints,
        PlacementStrategy = translated.PlacementStrategy,
        Rollout = new ServiceRollout
        {
            DesiredCount = translated.DesiredCount ?? 1,
            CapacityProvider = parts.Cluster.CapacityProvider,
            Tags = tags.Of(parts.Images.Values).ToDictionary(),
            Origin = tags.Origin.ToDictionary(),
        },
    };
}
