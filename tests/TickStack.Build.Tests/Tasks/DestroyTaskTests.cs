using Amazon.ECS;
using NSubstitute;
using TickStack.Build.Artifacts;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Ecs;
using TickStack.Build.Tests.Sandbox;
using TickStack.Build.Tests.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

/// <summary>The emulated ECS has one service; whichever name it is asked for, it answers with that.</summary>
public sealed class DestroyTaskTests : OperationTest, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ITerraform terraform = Substitute.For<ITerraform>();
    private readonly IStateCommands state = Substitute.For<IStateCommands>();
    private readonly IPrompt prompt = Substitute.For<IPrompt>();
    private readonly IStepReport steps = Substitute.For<IStepReport>();

    public DestroyTaskTests()
    {
        folder.Write("services/tick.json");
        StateHolds(States.Data, States.Rest);
        terraform.PlanAsync(default!, default).ReturnsForAnyArgs(true);
        terraform.ShowPlanJsonAsync(default!, default)
            .ReturnsForAnyArgs(Plans.Json("""{ "address": "aws_ecs_cluster.this", "type": "aws_ecs_cluster", "change": { "actions": ["delete"] } }"""));
    }

    private bool HasResults => Directory.Exists(Path.Combine(folder.Path, "services"));

    void IDisposable.Dispose()
    {
        folder.Dispose();
        Dispose();
    }

    [Fact]
    public async Task Services_are_gone_before_Terraform_plans_anything()
    {
        await DeployedTimesAsync(1);
        Ecs.At(1, service => (service.RunningCount, service.PendingCount) = (0, 0));
        terraform.WhenForAnyArgs(program => program.PlanAsync(default!, default)).Do(_ => Ecs.Live!.Status.ShouldBe("INACTIVE"));

        await DestroyAsync("--confirm=staging");

        await terraform.ReceivedWithAnyArgs().ApplyAsync(default!, Cancel);
        HasResults.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_confirmation_nothing_is_changed()
    {
        await DeployedTimesAsync(1);

        var refused = await Should.ThrowAsync<FailureException>(() => DestroyAsync());

        refused.ExitCode.ShouldBe(ExitCode.InvalidInput);
        Ecs.Operations.Distinct().ShouldBe(["DescribeServices"]);
        await terraform.DidNotReceiveWithAnyArgs().PlanAsync(default!, Cancel);
        HasResults.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_environments_name_is_refused_before_Terraform_is_asked_for_anything()
    {
        await Should.ThrowAsync<FailureException>(() => DestroyAsync("--confirm=production"));

        terraform.ReceivedCalls().ShouldBeEmpty();
        state.ReceivedCalls().ShouldBeEmpty();
    }

    [Fact]
    public async Task When_nothing_is_there_nobody_is_asked_and_results_of_what_was_are_gone()
    {
        StateHolds(States.Data);

        await DestroyAsync();

        steps.Received().Note(Arg.Is<string>(note => note.StartsWith("Nothing is there to destroy.", StringComparison.Ordinal)));
        HasResults.ShouldBeFalse();
    }

    private void StateHolds(params string[] resources) => state.PullAsync(TerraformRoot.Cluster, Arg.Any<CancellationToken>()).Returns(States.Of(resources));

    private async Task DestroyAsync(params string[] options)
    {
        using var run = new TargetRun(Time, ["--target=Destroy", .. options]);
        prompt.AskAsync(default!, default).ReturnsForAnyArgs((string?)null);
        run.With<IAmazonECS>(Ecs).With(terraform).With(state).With(Stages.NoVolumes()).With(Substitute.For<IPlanReport>()).With(new ArtifactStore(folder.Path))
            .With(steps).With(prompt);
        await run.RunAsync("Destroy");
    }
}
