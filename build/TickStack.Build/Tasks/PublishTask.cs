using TickStack.Build.Images;
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
public abstract class PublishImageTask(Component component) : CloudTask
{
    protected sealed override async Task RunInCloudAsync(BuildContext context)
    {
        var registry = context.Artifacts.Read<RegistryOutputs>(TerraformRoot.Registry.OutputsArtifact, TerraformRoot.Registry.ApplyTarget);
        var plan = context.ImagePlanner.Plan(component, registry.RepositoryOf(component));
        var outcome = await context.ImagePublisher.PublishAsync(plan, context.Cancellation);
        context.Artifacts.Write(PublishedImage.ArtifactOf(component), outcome.Image);
        context.Report.Add(outcome);
        context.Steps.Note(outcome.Action == PublishAction.Unchanged
            ? $"{component}: {outcome.Image.Tag} is in the repository already"
            : $"{component}: pushed {outcome.Image.Tag} ({outcome.Image.ShortDigest}…)");
    }
}
