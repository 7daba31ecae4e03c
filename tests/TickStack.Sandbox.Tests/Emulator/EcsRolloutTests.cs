using System.Net;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsRolloutTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private EcsService service = null!;
    private string first = "";

    public async ValueTask InitializeAsync()
    {
        service = new EcsService(fixture.Emulator, name);
        first = await service.RegisterAsync("image:1");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_service_completes_at_the_first_look()
    {
        await service.CreateAsync(first);

        var seen = await service.DescribeAsync();

        seen["deployments"]!.AsArray().Count.ShouldBe(1);
        State(seen["deployments"]![0]!).ShouldBe(("COMPLETED", first, 1));
        ((int)seen["runningCount"]!).ShouldBe(1);
        ((string)seen["events"]![0]!["message"]!).ShouldBe($"(service {name}) has reached a steady state.");
    }

    [Fact]
    public async Task Creating_a_service_twice_is_refused()
    {
        await service.CreateAsync(first);

        var (status, body) = await fixture.Emulator.CallAsync(
            "ecs", "AmazonEC2ContainerServiceV20141113.CreateService", new { cluster = "stack", serviceName = name, taskDefinition = first });

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)body["__type"]!).ShouldEndWith("InvalidParameterException");
    }

    [Fact]
    public async Task An_update_takes_as_many_looks_as_scripted_and_stops_the_old_task_first()
    {
        await service.CreateAsync(first);
        await service.PrimaryAsync();
        await service.ScriptAsync("ok", ticks: 3);
        var second = await service.RegisterAsync("image:2");

        var updated = await service.UpdateAsync(new { taskDefinition = second });
        ((string)updated["deployments"]![1]!["status"]!).ShouldBe("ACTIVE");

        State(await service.PrimaryAsync()).ShouldBe(("IN_PROGRESS", second, 0));
        (await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!["taskDefinitionArn"]!.ToString().ShouldBe(second);
        State(await service.PrimaryAsync()).ShouldBe(("IN_PROGRESS", second, 0));
        State(await service.PrimaryAsync()).ShouldBe(("COMPLETED", second, 1));
    }

    [Fact]
    public async Task An_update_that_changes_nothing_deploys_nothing()
    {
        await service.CreateAsync(first);
        var before = (string)(await service.PrimaryAsync())["id"]!;

        await service.UpdateAsync(new { taskDefinition = first, desiredCount = 1 });

        var after = await service.DescribeAsync();
        after["deployments"]!.AsArray().Select(deployment => (string)deployment!["id"]!).ShouldBe([before]);
    }

    [Fact]
    public async Task A_failing_rollout_breaks_the_circuit_at_the_third_task_and_rolls_back()
    {
        await service.CreateAsync(first);
        await service.PrimaryAsync();
        await service.ScriptAsync("fail");
        var second = await service.RegisterAsync("image:2");
        await service.UpdateAsync(new { taskDefinition = second });
        await service.PrimaryAsync();
        await service.PrimaryAsync();

        var broken = await service.DescribeAsync();
        State(broken["deployments"]![0]!).ShouldBe(("IN_PROGRESS", first, 0));
        State(broken["deployments"]![1]!).ShouldBe(("FAILED", second, 0));
        ((int)broken["deployments"]![1]!["failedTasks"]!).ShouldBe(3);

        State(await service.PrimaryAsync()).ShouldBe(("COMPLETED", first, 1));
    }

    [Fact]
    public async Task A_failed_task_says_why_it_stopped()
    {
        await service.CreateAsync(first);
        await service.PrimaryAsync();
        await service.ScriptAsync("fail");
        await service.UpdateAsync(new { taskDefinition = await service.RegisterAsync("image:2") });
        var deployment = (string)(await service.PrimaryAsync())["id"]!;

        var task = (await service.TasksAsync("STOPPED")).Single(each => (string)each!["startedBy"]! == deployment)!;

        ((string)task["stopCode"]!).ShouldBe("EssentialContainerExited");
        ((string)task["stoppedReason"]!).ShouldBe("Essential container in task exited");
        task["containers"]!.AsArray().Select(container => (int)container!["exitCode"]!).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task A_stuck_rollout_never_ends_and_says_what_it_waits_for()
    {
        await service.ScriptAsync("stuck");
        await service.CreateAsync(first);

        for (var look = 0; look < 5; look++)
        {
            State(await service.PrimaryAsync()).ShouldBe(("IN_PROGRESS", first, 0));
        }

        var seen = await service.DescribeAsync();
        ((string)seen["events"]![0]!["message"]!).ShouldContain("was unable to place a task");
    }

    [Fact]
    public async Task A_running_task_has_every_container_and_an_address()
    {
        await service.CreateAsync(first);
        await service.PrimaryAsync();

        var task = (await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!;

        task["containers"]!.AsArray().Select(container => (string)container!["name"]!).ShouldBe(["one", "two"]);
        var address = task["attachments"]![0]!["details"]!.AsArray().Single(detail => (string)detail!["name"]! == "privateIPv4Address")!;
        IPAddress.TryParse((string)address["value"]!, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Scaling_to_none_and_back_starts_no_deployment()
    {
        await service.CreateAsync(first);
        var deployment = (string)(await service.PrimaryAsync())["id"]!;

        await service.UpdateAsync(new { desiredCount = 0 });
        State(await service.PrimaryAsync()).ShouldBe(("COMPLETED", first, 0));
        (await service.TasksAsync("RUNNING")).ShouldBeEmpty();

        await service.UpdateAsync(new { desiredCount = 1 });
        var primary = await service.PrimaryAsync();
        State(primary).ShouldBe(("COMPLETED", first, 1));
        ((string)primary["id"]!).ShouldBe(deployment);
    }

    [Theory]
    [InlineData("""{"outcome": "ok"}""")]
    [InlineData("""{"service": "s", "outcome": "maybe"}""")]
    [InlineData("""{"service": "s", "ticks": 0}""")]
    [InlineData("""{"service": "s", "tick": 2}""")]
    public async Task A_script_with_a_mistake_is_refused(string script)
    {
        var (status, body) = await fixture.Emulator.PostAsync("/tickstack/ecs", JsonNode.Parse(script)!);

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)body["message"]!).ShouldNotBeEmpty();
    }

    private static (string RolloutState, string TaskDefinition, int Running) State(JsonNode deployment) =>
        ((string)deployment["rolloutState"]!, (string)deployment["taskDefinition"]!, (int)deployment["runningCount"]!);
}
