using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsInstanceTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private EcsCluster cluster = null!;
    private EcsService service = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = new EcsCluster(fixture.Emulator, name);
        service = new EcsService(fixture.Emulator, name, name);
        await cluster.CreateAsync("r5.large");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_instance_of_the_group_is_registered_with_what_its_type_has()
    {
        var instance = await cluster.InstanceAsync();

        ((string)instance["status"]!, (bool)instance["agentConnected"]!, (string)instance["capacityProviderName"]!).ShouldBe(("ACTIVE", true, name));
        ((string)instance["ec2InstanceId"]!).ShouldStartWith("i-");
        EcsCluster.Resource(instance, "registeredResources", "CPU").ShouldBe(2048);
        EcsCluster.Resource(instance, "registeredResources", "MEMORY").ShouldBeInRange(15600, 15900);
        Attribute(instance, "ecs.instance-type").ShouldBe("r5.large");
        Attribute(instance, "ecs.cpu-architecture").ShouldBe("x86_64");
        instance["attributes"]!.AsArray().ShouldContain(each => (string)each!["name"]! == "ecs.capability.task-eni");
    }

    [Fact]
    public async Task The_cluster_counts_its_instances()
    {
        var described = await cluster.CallAsync("DescribeClusters", new { clusters = new[] { name } });

        ((int)described["clusters"]![0]!["registeredContainerInstancesCount"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_task_takes_what_it_reserves_and_names_its_instance()
    {
        var before = await cluster.RemainingAsync();

        await RunAsync(EcsService.Container("one", "image:1", memory: 1000, cpu: 256), EcsService.Container("two", "image:1", memory: 500, cpu: 128));

        (await cluster.RemainingAsync()).ShouldBe((before.Cpu - 384, before.Memory - 1500));
        var instance = await cluster.InstanceAsync();
        ((int)instance["runningTasksCount"]!).ShouldBe(1);
        var task = (await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!;
        ((string)task["containerInstanceArn"]!).ShouldBe((string)instance["containerInstanceArn"]!);
    }

    [Fact]
    public async Task A_stopped_task_gives_back_what_it_had()
    {
        var before = await cluster.RemainingAsync();
        await RunAsync(EcsService.Container("one", "image:1", memory: 1000, cpu: 256));

        await service.UpdateAsync(new { desiredCount = 0 });
        await service.DescribeAsync();

        (await cluster.RemainingAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_replaced_instance_takes_its_task_down_and_the_next_one_runs_it_again()
    {
        await RunAsync(EcsService.Container("one", "image:1", memory: 1000));
        var first = await cluster.InstanceAsync();

        await cluster.TerminateAsync(first);

        var second = await cluster.InstanceAsync();
        ((string)second["containerInstanceArn"]!).ShouldNotBe((string)first["containerInstanceArn"]!);
        ((string)(await service.TasksAsync("STOPPED")).ShouldHaveSingleItem()!["stoppedReason"]!)
            .ShouldBe($"Host EC2 (instance {first["ec2InstanceId"]}) terminated.");
        await service.DescribeAsync();
        var task = (await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!;
        ((string)task["containerInstanceArn"]!).ShouldBe((string)second["containerInstanceArn"]!);
    }

    private async Task RunAsync(params JsonNode[] containers)
    {
        await service.CreateAsync(await service.RegisterAsync(new JsonArray(containers)));
        ((int)(await service.DescribeAsync())["runningCount"]!).ShouldBe(1);
    }

    private static string? Attribute(JsonNode instance, string attribute) =>
        (string?)instance["attributes"]!.AsArray().Single(each => (string)each!["name"]! == attribute)!["value"];
}
