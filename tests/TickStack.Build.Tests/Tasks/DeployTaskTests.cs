using Amazon.ECS;
using NSubstitute;
using TickStack.Build.Aws;
using TickStack.Build.Ecs;
using TickStack.Build.Images;
using TickStack.Build.Stack;
using TickStack.Build.Tests.Ecs;
using TickStack.Build.Tests.Manifests;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

/// <summary>The emulated ECS has one service; whichever name it is asked for, it answers with that.</summary>
public sealed class DeployTaskTests : DeployerTest
{
    private readonly IServiceCheck check = Substitute.For<IServiceCheck>();
    private readonly IVolumeSnapshots snapshots = Substitute.For<IVolumeSnapshots>();

    public DeployTaskTests()
    {
        check.ProblemsAsync(default!, default!, default).ReturnsForAnyArgs([]);
        snapshots.CreateAsync(default!, default!, default!, default)
            .ReturnsForAnyArgs(new VolumeSnapshot("snap-1", SampleStack.Cluster.DataVolumeId, "pending", Time.Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task A_first_deploy_verifies_creates_and_writes_down_the_service()
    {
        using var run = await DeployedAsync();

        Ecs.Operations.ShouldContain("CreateService");
        await check.Received(1).ProblemsAsync(Arg.Any<ServicePlan>(), Arg.Any<ServiceExpectations>(), Arg.Any<CancellationToken>());
        run.Artifacts.Holds("services/influxdb.json").ShouldBeTrue();
        run.Report.Outcomes.Cast<DeployOutcome>().ShouldHaveSingleItem().Service.ShouldBe("metrics-influxdb");
        run.Report.Pointers.ShouldContain("InfluxDB    http://influxdb.monitoring:8086 (inside the VPC)");
    }

    [Fact]
    public async Task A_deploy_that_starts_no_task_verifies_nothing_and_takes_no_snapshot()
    {
        using var first = await DeployedAsync();
        Ecs.Requests.Clear();
        check.ClearReceivedCalls();

        using var second = await DeployedAsync();

        Ecs.Operations.ShouldBe(["DescribeServices", "DescribeTaskDefinition"]);
        check.ReceivedCalls().ShouldBeEmpty();
        snapshots.ReceivedCalls().ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_image_of_the_database_is_deployed_after_a_snapshot()
    {
        using var first = await DeployedAsync();
        snapshots.WhenForAnyArgs(calls => calls.CreateAsync(default!, default!, default!, default)).Do(_ => Ecs.Revisions.Count.ShouldBe(1));

        using var second = await DeployedAsync(SampleStack.Images["influxdb"] with { Digest = $"sha256:{new string('9', 64)}" });

        await snapshots.Received(1).CreateAsync(
            SampleStack.Cluster.DataVolumeId, "metrics: data volume, before a deploy over metrics-influxdb:1", Arg.Any<IReadOnlyDictionary<string, string>>(),
            Arg.Any<CancellationToken>());
        Ecs.Revisions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_speaks_against_a_deploy_stops_it_before_anything_is_registered()
    {
        check.ProblemsAsync(Arg.Any<ServicePlan>(), Arg.Any<ServiceExpectations>(), Arg.Any<CancellationToken>()).Returns([new Problem("a secret is missing")]);

        var failure = await Should.ThrowAsync<FailureException>(() => DeployedAsync());

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        Ecs.Operations.Distinct().ShouldBe(["DescribeServices", "DescribeTaskDefinition"]);
    }

    [Fact]
    public async Task Without_a_published_image_the_target_that_makes_it_is_named()
    {
        using var run = Run();
        run.WithOutputs();

        (await run.FailureAsync("Deploy-InfluxDb")).Message.ShouldContain("--target=Publish-InfluxDb");
    }

    private TargetRun Run() =>
        new TargetRun(Time, "--target=Deploy-InfluxDb").With<IAmazonECS>(Ecs).With<IContainerLogs>(Logs).With(new ServiceVerifier([check])).With(snapshots);

    private async Task<TargetRun> DeployedAsync(PublishedImage? image = null)
    {
        var run = Run().WithOutputs();
        run.Artifacts.Write(PublishedImage.ArtifactOf(Component.InfluxDb), image ?? SampleStack.Images["influxdb"]);
        Ecs.At(0, FakeEcs.Complete);
        try
        {
            await run.RunAsync("Deploy-InfluxDb");
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }
}
