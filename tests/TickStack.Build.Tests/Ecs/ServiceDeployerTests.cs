using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>When a deploy registers, creates and updates, and when it leaves everything alone.</summary>
public sealed class ServiceDeployerTests : DeployerTest
{
    [Fact]
    public async Task A_missing_service_is_created_and_watched()
    {
        Ecs.At(2, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service());

        outcome.Action.ShouldBe(DeployAction.Created);
        outcome.TaskDefinition.ShouldBe("stack-tick:1");
        outcome.Registered.ShouldBeTrue();
        outcome.DeploymentId.ShouldBe(FakeEcs.Primary(Ecs.Live!).Id);
        outcome.RolloutTime.ShouldBeInRange(TimeSpan.FromSeconds(1.8), TimeSpan.FromSeconds(3.2));
        Ecs.Operations.Take(4).ShouldBe(["DescribeServices", "DescribeTaskDefinition", "RegisterTaskDefinition", "CreateService"]);
    }

    [Fact]
    public async Task Nothing_changed_means_two_look_ups_and_nothing_else()
    {
        await DeployedAsync();
        var outcome = await DeployAsync(Desired.Service());

        outcome.Action.ShouldBe(DeployAction.Unchanged);
        outcome.Registered.ShouldBeFalse();
        outcome.RolloutTime.ShouldBe(TimeSpan.Zero);
        outcome.Calls.ShouldBe(new Dictionary<string, int> { ["DescribeServices"] = 1, ["DescribeTaskDefinition"] = 1 });
    }

    [Fact]
    public async Task Twenty_unchanged_deploys_register_and_update_nothing()
    {
        await DeployedAsync();
        for (var run = 0; run < 20; run++)
        {
            (await DeployAsync(Desired.Service())).Action.ShouldBe(DeployAction.Unchanged);
        }

        Ecs.Revisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_image_is_another_revision_and_one_update()
    {
        await DeployedAsync();
        Ecs.At(1, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service("registry/tick@sha256:9"));

        outcome.Action.ShouldBe(DeployAction.Updated);
        outcome.TaskDefinition.ShouldBe("stack-tick:2");
        outcome.Differences.ShouldHaveSingleItem().ToString().ShouldBe("taskDefinition: stack-tick:1 → stack-tick:2");
        Ecs.Operations.Take(4).ShouldBe(["DescribeServices", "DescribeTaskDefinition", "RegisterTaskDefinition", "UpdateService"]);
    }

    [Fact]
    public async Task A_revision_that_an_ended_run_registered_is_used()
    {
        await DeployedAsync();
        await Ecs.RegisterTaskDefinitionAsync(Desired.TaskDefinition("registry/tick@sha256:9"), TestContext.Current.CancellationToken);
        Ecs.Requests.Clear();
        Ecs.At(1, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service("registry/tick@sha256:9"));

        outcome.TaskDefinition.ShouldBe("stack-tick:2");
        outcome.Registered.ShouldBeFalse();
        Ecs.Operations.ShouldNotContain("RegisterTaskDefinition");
    }

    [Fact]
    public async Task A_rollout_that_is_under_way_is_watched_and_not_started_again()
    {
        await DeployedAsync();
        await Ecs.RegisterTaskDefinitionAsync(Desired.TaskDefinition("registry/tick@sha256:9"), TestContext.Current.CancellationToken);
        Ecs.At(3, FakeEcs.Complete);
        await Ecs.UpdateServiceAsync(new() { TaskDefinition = Ecs.Revisions[1].TaskDefinitionArn }, TestContext.Current.CancellationToken);
        var deployment = FakeEcs.Primary(Ecs.Live!).Id;
        Ecs.Requests.Clear();
        var outcome = await DeployAsync(Desired.Service("registry/tick@sha256:9"));

        outcome.Action.ShouldBe(DeployAction.Resumed);
        outcome.DeploymentId.ShouldBe(deployment);
        Ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task What_failed_and_is_still_wanted_is_tried_again()
    {
        await DeployedAsync();
        FakeEcs.Primary(Ecs.Live!).RolloutState = DeploymentRolloutState.FAILED;
        Ecs.At(1, FakeEcs.Complete);

        (await DeployAsync(Desired.Service())).Action.ShouldBe(DeployAction.Updated);
        Ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem().ForceNewDeployment.ShouldBe(true);
    }

    [Fact]
    public async Task A_service_that_is_being_deleted_is_left_alone()
    {
        await DeployedAsync();
        Ecs.Live!.Status = "DRAINING";

        (await FailureAsync(Desired.Service())).Problems[0].Remedy!.ShouldContain("INACTIVE");
        Ecs.Operations.ShouldBe(["DescribeServices"]);
    }

    [Fact]
    public async Task A_deleted_service_is_created_anew_under_another_token()
    {
        Ecs.At(0, FakeEcs.Complete);
        await DeployAsync(Desired.Service());
        var first = Token;
        Ecs.Live!.Status = "INACTIVE";
        Ecs.At(1, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service());

        outcome.Action.ShouldBe(DeployAction.Created);
        outcome.Registered.ShouldBeFalse();
        Token.ShouldNotBe(first);
        Token!.Length.ShouldBeLessThanOrEqualTo(36);
    }

    [Fact]
    public void Repeating_a_creation_repeats_its_token()
    {
        ServiceRequests.Create(Desired.Service(), "arn:1").ClientToken.ShouldBe(ServiceRequests.Create(Desired.Service(), "arn:1").ClientToken);
        ServiceRequests.Create(Desired.Service(), "arn:1").ClientToken.ShouldNotBe(ServiceRequests.Create(Desired.Service(), "arn:2").ClientToken);
    }

    private string? Token => Ecs.Requests.OfType<CreateServiceRequest>().LastOrDefault()?.ClientToken;
}
