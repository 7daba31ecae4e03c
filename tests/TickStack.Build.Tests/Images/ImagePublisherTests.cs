using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using TickStack.Build.Images;
using TickStack.Build.Reporting;
using TickStack.Build.Stack;

namespace TickStack.Build.Tests.Images;

public class ImagePublisherTests
{
    private const string Repository = "registry.example/tick/telegraf";

    private readonly IImageRepository repository = Substitute.For<IImageRepository>();
    private readonly IImageBuilder builder = Substitute.For<IImageBuilder>();
    private readonly ImagePlan plan = new(Component.Telegraf, new BuildContextFolder("images/telegraf"), new BaseImage("telegraf:1.39.3"),
        new Dictionary<string, string>(), Repository, "1.39.3-0123456789ab");

    [Fact]
    public async Task An_image_that_is_in_the_repository_is_neither_built_nor_pushed()
    {
        repository.FindDigestAsync(Repository, plan.Tag, Arg.Any<CancellationToken>()).Returns("sha256:1");

        var outcome = await Publisher().PublishAsync(plan, TestContext.Current.CancellationToken);

        outcome.Action.ShouldBe(PublishAction.Unchanged);
        outcome.Image.Reference.ShouldBe($"{Repository}@sha256:1");
        builder.ReceivedCalls().ShouldBeEmpty();
        await repository.DidNotReceive().LogInAsync(Arg.Any<string>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task New_content_is_built_then_pushed_and_its_digest_is_what_the_repository_says()
    {
        repository.FindDigestAsync(Repository, plan.Tag, Arg.Any<CancellationToken>()).Returns((string?)null);
        repository.WaitForDigestAsync(Repository, plan.Tag, Arg.Any<CancellationToken>()).Returns("sha256:2");

        var outcome = await Publisher().PublishAsync(plan, TestContext.Current.CancellationToken);

        outcome.Action.ShouldBe(PublishAction.Pushed);
        outcome.Image.Digest.ShouldBe("sha256:2");
        Received.InOrder(() =>
        {
            builder.BuildAsync(plan, Arg.Any<CancellationToken>());
            builder.PushAsync(plan, Arg.Any<RegistryLogin>(), Arg.Any<CancellationToken>());
        });
    }

    private ImagePublisher Publisher() => new(repository, builder, Substitute.For<IStepReport>(), new FakeTimeProvider());
}
