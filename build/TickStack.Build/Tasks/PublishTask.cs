using Cake.Frosting;
using TickStack.Build.Artifacts;
using TickStack.Build.Images;
using TickStack.Build.Reporting;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

[TaskName("Publish")]
[TaskDescription("Builds and pushes those of the four images whose content is new")]
[IsDependentOn(typeof(PublishInfluxDbTask))]
[IsDependentOn(typeof(PublishTelegrafTask))]
[IsDependentOn(typeof(PublishKapacitorTask))]
[IsDependentOn(typeof(PublishChronografTask))]
public sealed class PublishTask : FrostingTask<BuildContext>;

/// <summary>Registry outputs → published image.</summary>
public sealed class ImagePublication(ImagePlanner planner, ImagePublisher publisher, ArtifactStore artifacts, RunReport report, IStepReport steps)
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
            : $"{component}: pushed {outcome.Image.Tag} ({outcome.Image.ShortDigest}…)");
    }
}
