using Amazon.ECS;
using NSubstitute;
using TickStack.Build.Aws;
using TickStack.Build.Ecs;
using TickStack.Build.Images;
using TickStack.Build.Tests.Ecs;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

public sealed class RollbackTaskTests : OperationTest
{
    private readonly IImageManifests images = Substitute.For<IImageManifests>();

    public RollbackTaskTests() => images.ArchitecturesAsync(default!, default).ReturnsForAnyArgs(["amd64"]);

    [Fact]
    public async Task The_service_goes_back_to_what_ran_before_and_says_so()
    {
        await DeployedTimesAsync(2);
        Ecs.At(0, FakeEcs.Complete);
        using var run = Run("--service=tick");

        await run.RunAsync("Rollback");

        Ecs.Live!.TaskDefinition.ShouldEndWith("stack-tick:1");
        run.Steps.Notes.ShouldHaveSingleItem().ShouldStartWith("stack-tick: stack-tick:2 → stack-tick:1 (completed ");
        run.Report.Outcomes.ShouldHaveSingleItem().ShouldBeOfType<DeployOutcome>();
    }

    [Fact]
    public async Task A_revision_without_a_service_is_refused_before_ECS_is_asked()
    {
        using var run = Run("--to=1");

        (await run.FailureAsync("Rollback")).ExitCode.ShouldBe(ExitCode.InvalidInput);
        Ecs.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_image_that_is_gone_stops_the_way_back()
    {
        await DeployedTimesAsync(2);
        images.ArchitecturesAsync("registry/tick@sha256:1", Arg.Any<CancellationToken>()).Returns((IReadOnlyList<string>?)null);
        using var run = Run("--service=tick");

        var failure = await run.FailureAsync("Rollback");

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Problems.ShouldHaveSingleItem().Message.ShouldBe("the image registry/tick@sha256:1 is no longer in its repository");
        Ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task With_nothing_to_go_back_to_both_services_say_why()
    {
        using var run = Run();

        var failure = await run.FailureAsync("Rollback");

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Problems.Count.ShouldBe(2);
    }

    private TargetRun Run(params string[] options) =>
        new TargetRun(Time, ["--target=Rollback", .. options]).WithOutputs().With<IAmazonECS>(Ecs).With<IContainerLogs>(Logs).With(images);
}
