using Amazon.ECS;
using TickStack.Build.Ecs;
using TickStack.Failures;
using TickStack.Sandbox.Tests.Emulator;

namespace TickStack.Sandbox.Tests.Ecs;

/// <summary>Deploys over HTTP against the emulator, with nothing replaced but AWS.</summary>
[Trait("Category", "Sandbox")]
public sealed class ServiceDeployTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private readonly DeployedService service = new(fixture.Emulator);

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task A_service_is_created_then_unchanged_then_updated_then_unchanged()
    {
        var created = await service.DeployAsync("one");
        var unchanged = await service.DeployAsync("one");
        var updated = await service.DeployAsync("two");
        var again = await service.DeployAsync("two");

        created.Action.ShouldBe(DeployAction.Created);
        created.TaskDefinition.ShouldBe($"{service.Name}:1");
        unchanged.Action.ShouldBe(DeployAction.Unchanged);
        unchanged.DeploymentId.ShouldBe(created.DeploymentId);
        updated.Action.ShouldBe(DeployAction.Updated);
        updated.Differences.Select(difference => difference.Setting).ShouldBe(["taskDefinition", "tags"]);
        updated.TaskDefinition.ShouldBe($"{service.Name}:2");
        again.Action.ShouldBe(DeployAction.Unchanged);
        again.DeploymentId.ShouldBe(updated.DeploymentId);
    }

    [Fact]
    public async Task Settings_beside_the_task_definition_are_updated_too()
    {
        await service.DeployAsync("one");
        var desired = await service.DesiredAsync("one") with { PlacementStrategy = [new() { Type = PlacementStrategyType.Binpack, Field = "memory" }] };
        var updated = await service.DeployAsync(desired);

        updated.Differences.ShouldHaveSingleItem().ToString().ShouldBe("""placementStrategy: [] → [{"field":"memory","type":"binpack"}]""");
        (await service.DeployAsync(desired)).Action.ShouldBe(DeployAction.Unchanged);
    }

    [Fact]
    public async Task A_rollout_that_the_breaker_ends_fails_with_exit_codes_and_the_next_one_succeeds()
    {
        await service.DeployAsync("one");
        await service.ScriptAsync("fail");
        var failure = await Should.ThrowAsync<FailureException>(() => service.DeployAsync("broken"));
        await service.ScriptAsync("ok");
        var mended = await service.DeployAsync("mended");

        failure.ExitCode.ShouldBe(ExitCode.RolloutFailed);
        failure.Message.ShouldContain("circuit breaker");
        failure.Message.ShouldContain("Essential container in task exited");
        failure.Message.ShouldContain("container app: exit code 1");
        mended.TaskDefinition.ShouldBe($"{service.Name}:3");
    }

    [Fact]
    public async Task What_finds_no_place_is_told_apart()
    {
        await service.ScriptAsync("stuck");
        var failure = await Should.ThrowAsync<FailureException>(() => service.DeployAsync("large"));

        failure.ExitCode.ShouldBe(ExitCode.Unplaceable);
        failure.Message.ShouldContain("was unable to place a task");
    }

    [Fact]
    public async Task A_deploy_without_a_cluster_says_what_to_run_first()
    {
        var desired = await service.DesiredAsync("one") with { Cluster = "nowhere" };
        var failure = await Should.ThrowAsync<FailureException>(() => service.DeployAsync(desired));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Problems.ShouldHaveSingleItem().Remedy!.ShouldContain("Apply-Infrastructure");
    }

    [Fact]
    public async Task What_ECS_refuses_leaves_no_revision_behind()
    {
        var desired = await service.DesiredAsync("one") with { NetworkConfiguration = null };
        var failure = await Should.ThrowAsync<FailureException>(() => service.DeployAsync(desired));

        failure.Message.ShouldContain("Network Configuration must be provided");
        (await service.RevisionsAsync()).ShouldBeEmpty();
    }
}
