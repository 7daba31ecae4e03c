using TickStack.Build.Images;
using TickStack.Build.Infrastructure;
using TickStack.Build.Reporting;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Registry outputs → published image.</summary>
public sealed class PublishStep(ImagePlanner planner, ImagePublisher publisher, ArtifactStore artifacts, RunReport report, IStepReport steps)
{
    public async Task RunAsync(Component component, CancellationToken cancellationToken)
    {
        var registry = artifacts.Read<RegistryOutputs>(TerraformRoot.Registry.OutputsArtifact, TerraformRoot.Registry.ApplyTarget);
        var plan = planner.Plan(component, registry.RepositoryOf(component));
        var outcome = await publisher.PublishAsync(plan, cancellationToken);
        artifacts.Write(PublishedImage.ArtifactOf(component), outcome.Image);
        report.Add(outcome);
        steps.Note(outcome.Action == PublishAction.Unchanged
            ? $"{component}: {outcome.Image.Tag} is in the repository already"
            : $"{component}: pushed {outcome.Image.Tag} ({outcome.Image.Digest[..19]}…)");
    }
}
