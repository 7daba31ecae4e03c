using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsPlacementTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";

    [Theory]
    [InlineData(3000, 100, "has insufficient CPU units available.")]
    [InlineData(1, 20000, "has insufficient memory available.")]
    public async Task A_task_that_fits_on_no_instance_is_not_placed(int cpu, int memory, string reason)
    {
        var cluster = await ClusterAsync();
        var service = new EcsService(fixture.Emulator, name, name);
        await service.CreateAsync(await service.RegisterAsync([EcsService.Container("one", "image:1", memory, cpu)]));

        var seen = await service.DescribeAsync();

        ((string)seen["deployments"]![0]!["rolloutState"]!).ShouldBe("IN_PROGRESS");
        (await service.TasksAsync("RUNNING")).ShouldBeEmpty();
        ((string)seen["events"]![0]!["message"]!).ShouldBe(
            $"(service {name}) was unable to place a task because no container instance met all of its requirements. " +
            $"The closest matching (container-instance {await IdAsync(cluster)}) {reason} " +
            "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.");
    }

    [Fact]
    public async Task A_third_task_with_an_interface_of_its_own_finds_none_on_an_instance_with_three()
    {
        await ClusterAsync();
        var services = Enumerable.Range(1, 3).Select(number => new EcsService(fixture.Emulator, $"{name}-{number}", name)).ToList();
        foreach (var service in services)
        {
            await service.CreateAsync(await service.RegisterAsync("image:1"));
            await service.DescribeAsync();
        }

        LastEvent(await services[2].DescribeAsync()).ShouldContain("encountered error \"RESOURCE:ENI\".");

        await services[0].UpdateAsync(new { desiredCount = 0 });
        await services[0].DescribeAsync();
        ((int)(await services[2].DescribeAsync())["runningCount"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_host_port_is_taken_once()
    {
        await ClusterAsync();
        foreach (var number in (int[])[1, 2])
        {
            var service = new EcsService(fixture.Emulator, $"{name}-{number}", name);
            var container = EcsService.Container("one", "image:1", memory: 64);
            container["portMappings"] = new JsonArray(new JsonObject { ["containerPort"] = 8086, ["hostPort"] = 8086 });
            await service.CreateAsync(
                await service.RegisterAsync([container], new() { ["networkMode"] = "bridge" }), new() { ["networkConfiguration"] = null });

            LastEvent(await service.DescribeAsync()).ShouldContain(number == 1 ? "steady state" : "is already using a port required by your task.");
        }
    }

    [Fact]
    public async Task An_update_fits_in_the_room_of_the_task_that_it_replaces()
    {
        await ClusterAsync();
        var service = new EcsService(fixture.Emulator, name, name);
        var rolling = new JsonObject { ["deploymentConfiguration"] = new JsonObject { ["minimumHealthyPercent"] = 0, ["maximumPercent"] = 200 } };
        await service.CreateAsync(await service.RegisterAsync([EcsService.Container("one", "image:1", memory: 10000)]), rolling);
        await service.DescribeAsync();
        var second = await service.RegisterAsync([EcsService.Container("one", "image:2", memory: 10000)]);

        await service.UpdateAsync(new { taskDefinition = second });

        var primary = await service.PrimaryAsync();
        ((string)primary["rolloutState"]!, (string)primary["taskDefinition"]!, (int)primary["runningCount"]!).ShouldBe(("COMPLETED", second, 1));
    }

    [Fact]
    public async Task An_update_that_may_stop_nothing_waits_for_room_beside_the_old_task()
    {
        await ClusterAsync();
        var service = new EcsService(fixture.Emulator, name, name);
        var rolling = new JsonObject { ["deploymentConfiguration"] = new JsonObject { ["minimumHealthyPercent"] = 100, ["maximumPercent"] = 200 } };
        await service.CreateAsync(await service.RegisterAsync([EcsService.Container("one", "image:1", memory: 10000)]), rolling);
        await service.DescribeAsync();

        await service.UpdateAsync(new { taskDefinition = await service.RegisterAsync([EcsService.Container("one", "image:2", memory: 10000)]) });

        var seen = await service.DescribeAsync();
        LastEvent(seen).ShouldContain("has insufficient memory available.");
        ((int)seen["runningCount"]!).ShouldBe(1);
        ((string)(await service.PrimaryAsync())["rolloutState"]!).ShouldBe("IN_PROGRESS");
    }

    [Fact]
    public async Task A_group_without_instances_has_room_for_nothing()
    {
        await ClusterAsync(instances: 0);
        var service = new EcsService(fixture.Emulator, name, name);
        await service.CreateAsync(await service.RegisterAsync("image:1"));

        LastEvent(await service.DescribeAsync()).ShouldContain("Reason: No Container Instances were found in your capacity provider.");
    }

    private static string LastEvent(JsonNode service) => (string)service["events"]![0]!["message"]!;

    private static async Task<string> IdAsync(EcsCluster cluster) => ((string)(await cluster.InstanceAsync())["containerInstanceArn"]!).Split('/')[^1];

    private async Task<EcsCluster> ClusterAsync(int instances = 1)
    {
        var cluster = new EcsCluster(fixture.Emulator, name);
        await cluster.CreateAsync("r5.large", instances);
        return cluster;
    }
}
