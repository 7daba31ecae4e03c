using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>What a deploy changes beside the task definition, and what it cannot.</summary>
public sealed class ServiceChangeTests : DeployerTest
{
    [Fact]
    public async Task An_update_names_only_what_differs()
    {
        await DeployedAsync();
        Ecs.At(1, FakeEcs.Complete);
        var outcome = await DeployAsync(Desired.Service() with { NetworkConfiguration = Desired.Network("sg-2"), PlacementConstraints = [] });

        outcome.Differences.Select(difference => difference.Setting).ShouldBe(["networkConfiguration", "placementConstraints"]);
        var update = Ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem();
        update.TaskDefinition.ShouldBeNull();
        update.DesiredCount.ShouldBeNull();
        update.ServiceRegistries.ShouldBeNull();
        update.PlacementConstraints.ShouldBe([]);
        update.NetworkConfiguration!.AwsvpcConfiguration!.SecurityGroups.ShouldBe(["sg-2"]);
    }

    [Fact]
    public async Task The_order_of_subnets_is_no_difference()
    {
        await DeployedAsync();
        var network = Desired.Network("sg-1");
        network.AwsvpcConfiguration!.Subnets!.Reverse();
        (await DeployAsync(Desired.Service() with { NetworkConfiguration = network })).Action.ShouldBe(DeployAction.Unchanged);
    }

    [Fact]
    public async Task A_launch_type_that_ECS_cannot_change_is_refused_before_anything_is_sent()
    {
        await DeployedAsync();
        var failure = await FailureAsync(Desired.Service() with { Rollout = new() { LaunchType = LaunchType.FARGATE } });

        failure.Message.ShouldContain("cannot change capacity");
        failure.Message.ShouldContain("it is EC2 and shall be FARGATE");
        Ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task Exec_grace_period_and_propagation_are_changed_in_place()
    {
        await DeployedAsync();
        Ecs.At(1, FakeEcs.Complete);
        var rollout = new ServiceRollout { ExecuteCommand = false, HealthCheckGracePeriod = 30, PropagateTags = PropagateTags.NONE };
        var outcome = await DeployAsync(Desired.Service() with { Rollout = rollout });

        outcome.Differences.Select(difference => difference.Setting).ShouldBe(["healthCheckGracePeriodSeconds", "enableExecuteCommand", "propagateTags"]);
        var update = Ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem();
        (update.EnableExecuteCommand, update.HealthCheckGracePeriodSeconds, update.PropagateTags?.Value).ShouldBe((false, 30, "NONE"));
        (await DeployAsync(Desired.Service() with { Rollout = rollout })).Action.ShouldBe(DeployAction.Unchanged);
    }

    [Fact]
    public async Task A_capacity_provider_takes_the_launch_types_place_in_a_deployment_of_its_own()
    {
        await DeployedAsync();
        Ecs.At(1, FakeEcs.Complete);
        var desired = Desired.Service() with { Rollout = new() { CapacityProvider = "stack" } };
        var outcome = await DeployAsync(desired);

        outcome.Differences.ShouldHaveSingleItem().ToString().ShouldBe("""capacity: EC2 → [{"base":0,"capacityProvider":"stack","weight":1}]""");
        Ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem().ForceNewDeployment.ShouldBe(true);
        (await DeployAsync(desired)).Action.ShouldBe(DeployAction.Unchanged);
    }

    [Fact]
    public async Task A_new_service_names_either_a_capacity_provider_or_a_launch_type()
    {
        await DeployedAsync(Desired.Service() with { Rollout = new() { CapacityProvider = "stack" } });

        Ecs.Live!.LaunchType.ShouldBeNull();
        ServiceRequests.Create(Desired.Service(), "arn:1").CapacityProviderStrategy.ShouldBeNull();
        ServiceRequests.Create(Desired.Service(), "arn:1").LaunchType.ShouldBe(LaunchType.EC2);
    }
}
