using TickStack.Build.Infrastructure;
using TickStack.Build.Manifests;
using TickStack.Build.Manifests.Format;
using TickStack.Build.Manifests.Rendering;
using TickStack.Build.Manifests.Translation;
using TickStack.Build.Reporting;
using TickStack.Build.Services;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Rendered files → ECS requests → rollout. What is deployed is read back from the files, as anyone else would read them.</summary>
public sealed class DeployStep(RenderStep render, ServiceDeployer deployer, StackSettings settings, ArtifactStore artifacts, RunReport report, IStepReport steps)
{
    public async Task RunAsync(StackService service, CancellationToken cancellationToken)
    {
        var rendered = await render.RunAsync(service, cancellationToken);
        var cluster = artifacts.Read<ClusterOutputs>(TerraformRoot.Cluster.OutputsArtifact, TerraformRoot.Cluster.ApplyTarget);
        var translated = Translate(rendered, await rendered.ReadAsync(service, cancellationToken), cluster);
        foreach (var warning in translated.Warnings)
        {
            steps.Note($"warning: {warning}");
        }

        var outcome = await deployer.DeployAsync(Desired(service, translated, cluster), cancellationToken);
        artifacts.Write($"services/{service.Name}.json", outcome);
        report.Add(outcome);
        report.Point(Pointers.To(service, cluster));
    }

    private TranslatedService Translate(ManifestFolder folder, RenderedManifests manifests, ClusterOutputs cluster)
    {
        var (compose, ecsParams) = ManifestReader.Read(
            new ManifestSource(folder.PathOf(manifests.Service, ManifestFolder.ComposeFile), manifests.ComposeText),
            new ManifestSource(folder.PathOf(manifests.Service, ManifestFolder.ParamsFile), manifests.ParamsText),
            new ReadingContext());
        return TaskDefinitionTranslator.Translate(compose, ecsParams, new TranslationOptions
        {
            ProjectName = manifests.Service.NameIn(settings.Name),
            Discovery = new TerraformDiscovery(cluster),
        });
    }

    private DesiredService Desired(StackService service, TranslatedService translated, ClusterOutputs cluster) => new()
    {
        Cluster = cluster.ClusterName,
        ServiceName = service.NameIn(settings.Name),
        TaskDefinition = translated.TaskDefinition,
        NetworkConfiguration = translated.NetworkConfiguration,
        ServiceRegistries = translated.ServiceRegistries,
        PlacementConstraints = translated.PlacementConstraints,
        PlacementStrategy = translated.PlacementStrategy,
        Rollout = new ServiceRollout { DesiredCount = translated.DesiredCount ?? 1 },
    };
}
