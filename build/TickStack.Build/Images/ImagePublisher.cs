using System.Text.Json.Serialization;
using TickStack.Build.Reporting;
using TickStack.Build.Stack;

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

public enum PublishAction
{
    /// <summary>The repository held the content already: neither built nor pushed.</summary>
    Unchanged,

    /// <summary>Built and pushed.</summary>
    Pushed,
}

public sealed record PublishOutcome(PublishedImage Image, PublishAction Action, TimeSpan Duration) : IOutcome
{
    private static readonly SummaryTable Images = new("Images", "Image", "Tag", "Digest", "Done");

    SummaryTable IOutcome.Table => Images;

    IReadOnlyList<string> IOutcome.Row =>
        [Image.Component, Image.Tag, Image.ShortDigest, Action == PublishAction.Unchanged ? "unchanged" : $"pushed in {Elapsed.Text(Duration)}"];
}

/// <summary>An image that is in its repository: artifacts/ENVIRONMENT/images/COMPONENT.json.</summary>
/// <param name="Component">Name of the component.</param>
/// <param name="Repository">"registry-host/path", without tag.</param>
/// <param name="Tag">Content tag.</param>
/// <param name="Digest">"sha256:…" of the manifest.</param>
/// <param name="BaseImage">What it was built on.</param>
public sealed record PublishedImage(string Component, string Repository, string Tag, string Digest, string BaseImage)
{
    /// <summary>What a task definition names: it can never come to mean another content.</summary>
    public string Reference => $"{Repository}@{Digest}";

    /// <summary>Enough of it to tell two apart.</summary>
    [JsonIgnore]
    public string ShortDigest => Digest[.."sha256:0123456789ab".Length];

    public static string ArtifactOf(Component component) => $"images/{component.Name}.json";
}
