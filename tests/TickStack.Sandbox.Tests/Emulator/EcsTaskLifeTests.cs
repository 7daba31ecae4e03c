using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsTaskLifeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private EcsService service = null!;

    public ValueTask InitializeAsync()
    {
        service = new EcsService(fixture.Emulator, name);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1, "RUNNING")]
    [InlineData(2, "PROVISIONING RUNNING")]
    [InlineData(3, "PROVISIONING PENDING RUNNING")]
    [InlineData(5, "PROVISIONING PENDING PENDING RUNNING RUNNING")]
    public async Task A_task_is_seen_on_its_way_to_running(int ticks, string life)
    {
        await service.ScriptAsync("ok", ticks);
        await service.CreateAsync(await service.RegisterAsync("image:1"));
        var seen = new List<(string Task, string Rollout)>();
        for (var look = 0; look < ticks; look++)
        {
            var rollout = (string)(await service.PrimaryAsync())["rolloutState"]!;
            seen.Add(((string)(await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!["lastStatus"]!, rollout));
        }

        string.Join(' ', seen.Select(each => each.Task)).ShouldBe(life);
        seen.Select(each => each.Rollout).ShouldBe([.. Enumerable.Repeat("IN_PROGRESS", ticks - 1), "COMPLETED"]);
    }

    [Fact]
    public async Task Containers_of_a_task_that_is_not_running_are_pending_and_unhealthy_to_nobody()
    {
        var container = EcsService.Container("one", "image:1", memory: 64);
        container["healthCheck"] = new JsonObject { ["command"] = new JsonArray("CMD", "true") };
        await service.ScriptAsync("ok", ticks: 2);
        await service.CreateAsync(await service.RegisterAsync([container]));

        await service.DescribeAsync();
        Health((await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!).ShouldBe(("PENDING", "UNKNOWN", "UNKNOWN"));
        await service.DescribeAsync();
        Health((await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!).ShouldBe(("RUNNING", "HEALTHY", "HEALTHY"));
    }

    [Fact]
    public async Task Crashing_tasks_run_for_the_scripted_time_again_and_again_and_trip_no_breaker()
    {
        await service.ScriptAsync("crash", ticks: 2);
        await service.CreateAsync(await service.RegisterAsync("image:1"));
        var running = new List<int>();
        for (var look = 0; look < 9; look++)
        {
            var primary = await service.PrimaryAsync();
            running.Add((int)primary["runningCount"]!);
            ((string)primary["rolloutState"]!, (int)primary["failedTasks"]!).ShouldBe(("IN_PROGRESS", 0));
        }

        running.ShouldBe([1, 1, 0, 1, 1, 0, 1, 1, 0]);
        var stopped = await service.TasksAsync("STOPPED");
        stopped.Select(task => (string)task!["stopCode"]!).ShouldBe([.. Enumerable.Repeat("EssentialContainerExited", 3)]);
        stopped.SelectMany(task => task!["containers"]!.AsArray()).ShouldAllBe(container => (int)container!["exitCode"]! == 1);
        ((string)(await service.DescribeAsync())["events"]![1]!["message"]!).ShouldContain("is unable to consistently start tasks successfully.");
    }

    [Fact]
    public async Task A_task_that_somebody_stops_is_replaced()
    {
        await service.CreateAsync(await service.RegisterAsync("image:1"));
        await service.DescribeAsync();
        var task = (string)(await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!["taskArn"]!;

        await service.CallAsync("StopTask", new { cluster = "stack", task, reason = "maintenance" });

        var stopped = (await service.TasksAsync("STOPPED")).ShouldHaveSingleItem()!;
        ((string)stopped["stopCode"]!, (string)stopped["stoppedReason"]!).ShouldBe(("UserInitiated", "maintenance"));
        await service.DescribeAsync();
        ((string)(await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!["taskArn"]!).ShouldNotBe(task);
    }

    private static (string Container, string ContainerHealth, string TaskHealth) Health(JsonNode task) =>
        ((string)task["containers"]![0]!["lastStatus"]!, (string)task["containers"]![0]!["healthStatus"]!, (string)task["healthStatus"]!);
}
