using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

public sealed class ServiceRollbackTests : OperationTest
{
    [Fact]
    public async Task The_last_completed_revision_runs_again_and_nothing_else_changes()
    {
        await DeployedTimesAsync(3);
        Ecs.At(2, FakeEcs.Complete);
        var outcome = await RollBackAsync();

        (outcome.Action, outcome.TaskDefinition).ShouldBe((DeployAction.RolledBack, "stack-tick:2"));
        var update = Ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem();
        update.TaskDefinition.ShouldEndWith("stack-tick:2");
        (update.DesiredCount, update.NetworkConfiguration, update.ServiceRegistries, update.DeploymentConfiguration, update.ForceNewDeployment)
            .ShouldBe((null, null, null, null, null));
        News.Lines.ShouldContain("stack-tick: goes back from stack-tick:3 to stack-tick:2");
    }

    [Fact]
    public async Task Going_back_twice_goes_further_back()
    {
        await DeployedTimesAsync(3);
        Ecs.At(1, FakeEcs.Complete);
        await RollBackAsync();
        Ecs.Completed.Add(Ecs.Live!.TaskDefinition!);
        Ecs.At(1, FakeEcs.Complete);

        (await RollBackAsync()).TaskDefinition.ShouldBe("stack-tick:1");
    }

    [Fact]
    public async Task What_the_circuit_breaker_has_gone_back_to_is_left_alone()
    {
        await DeployedTimesAsync(3);
        Ecs.LatestStatus = ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL;

        (await RollBackAsync()).Action.ShouldBe(DeployAction.Unchanged);
        Ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task The_service_is_tagged_as_the_revision_that_runs_again()
    {
        await DeployedTimesAsync(2);
        Ecs.At(1, FakeEcs.Complete);
        await RollBackAsync();

        Ecs.Live!.Tags!.ShouldHaveSingleItem().Value.ShouldBe("stack-tick:1");
    }

    [Fact]
    public async Task A_named_revision_runs_again()
    {
        await DeployedTimesAsync(3);
        Ecs.At(1, FakeEcs.Complete);

        (await RollBackAsync("1")).TaskDefinition.ShouldBe("stack-tick:1");
    }

    [Fact]
    public async Task The_revision_that_runs_already_is_left_alone()
    {
        await DeployedTimesAsync(2);

        (await RollBackAsync("2")).Action.ShouldBe(DeployAction.Unchanged);
        Ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Theory]
    [InlineData("9", "does not exist")]
    [InlineData("1", "was deregistered")]
    public async Task A_revision_that_cannot_run_is_refused(string revision, string reason)
    {
        await DeployedTimesAsync(3);
        Ecs.Revisions[0].Status = TaskDefinitionStatus.INACTIVE;
        var failure = await Should.ThrowAsync<FailureException>(() => RollBackAsync(revision));

        failure.Message.ShouldContain(reason);
        Ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task A_rollback_whose_rollout_fails_is_a_failure()
    {
        await DeployedTimesAsync(2);
        Ecs.At(2, service => FakeEcs.Primary(service).RolloutState = DeploymentRolloutState.FAILED);

        (await Should.ThrowAsync<FailureException>(() => RollBackAsync())).ExitCode.ShouldBe(ExitCode.RolloutFailed);
    }

    [Fact]
    public async Task A_lost_answer_starts_no_second_deployment()
    {
        await DeployedTimesAsync(2);
        var lost = false;
        Ecs.After = request =>
        {
            if (request is UpdateServiceRequest && !lost)
            {
                lost = true;
                throw new HttpRequestException("The response ended prematurely.");
            }
        };
        Ecs.At(2, FakeEcs.Complete);
        await RollBackAsync();

        Ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_service_there_is_nothing_to_go_back_to() =>
        (await Should.ThrowAsync<FailureException>(() => RollBackAsync())).Problems[0].Remedy!.ShouldContain("--target=Deploy");
}
