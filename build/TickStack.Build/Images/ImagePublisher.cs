using TickStack.Build.Reporting;
using TickStack.Build.Tools.Docker;

namespace TickStack.Build.Images;

/// <summary>Builds and pushes one image, unless its content is in the repository already.</summary>
public sealed class ImagePublisher(IImageRepository repository, IImageBuilder builder, IStepReport steps, TimeProvider time)
{
    /// <summary>One digest look-up is the whole cost of an image that has not changed.</summary>
    public async Task<PublishOutcome> PublishAsync(ImagePlan plan, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var digest = await repository.FindDigestAsync(plan.Repository, plan.Tag, cancellationToken);
        if (digest is not null)
        {
            return Outcome(plan, digest, PublishAction.Unchanged, started);
        }

        await steps.RunAsync(time, $"{plan.Component}: building {plan.Tag} on {plan.Base.Reference}", () => builder.BuildAsync(plan, cancellationToken));
        var login = await repository.LogInAsync(plan.Repository, cancellationToken);
        await steps.RunAsync(time, $"{plan.Component}: pushing to {plan.Repository}", () => builder.PushAsync(plan, login, cancellationToken));
        digest = await repository.WaitForDigestAsync(plan.Repository, plan.Tag, cancellationToken);
        return Outcome(plan, digest, PublishAction.Pushed, started);
    }

    private PublishOutcome Outcome(ImagePlan plan, string digest, PublishAction action, long started) =>
        new(new PublishedImage(plan.Component.Name, plan.Repository, plan.Tag, digest, plan.Base.Reference), action, time.GetElapsedTime(started));
}
