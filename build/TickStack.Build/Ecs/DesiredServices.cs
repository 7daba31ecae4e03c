using Amazon.ECS;
using TickStack.Build.Images;
using TickStack.Build.Manifests;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.EcsCli;
using TickStack.EcsCli.Format;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Ecs;

/// <summary>Rendered files → the service that ECS is to have. They are read back as anyone else would read them: nothing is deployed
/// that is not in them, but for what their format cannot say.</summary>
public sealed class DesiredServices(ManifestRendering rendering, StackSettings settings, StackTags tags, IStepReport steps)
{
    /// <param name="service">Whose files are rendered, and read.</param>
    /// <param name="parts">What they are rendered from.</param>
    /// <param name="folder">Below artifacts/ENVIRONMENT.</param>
    public async Task<DesiredService> RenderAsync(StackService service, StackParts parts, string folder, CancellationToken cancellationToken)
    {
        var rendered = await rendering.RenderAsync(service, parts, folder, cancellationToken);
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

/// <summary>Tags of services, task definitions and, through these, of tasks.</summary>
public sealed class StackTags(StackSettings settings, string revision)
{
    /// <summary>Where a change came from. Another revision of the repository that changes nothing else is no reason to deploy.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Origin { get; } = [KeyValuePair.Create("Revision", revision)];

    /// <summary>Those of Terraform's resources, and the version of each image.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Of(IEnumerable<PublishedImage> images)
    {
        var tags = new Dictionary<string, string> { [OwnerTags.Project] = settings.Name, [OwnerTags.ManagedBy] = OwnerTags.TickStack };
        foreach (var (key, value) in settings.Infrastructure.Tags.Concat(images.Select(image => KeyValuePair.Create(image.Component, image.Tag))))
        {
            tags[key] = value;
        }

        return [.. tags];
    }
}
