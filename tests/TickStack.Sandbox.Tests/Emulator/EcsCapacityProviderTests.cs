using System.Net;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsCapacityProviderTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private EcsService service = null!;
    private string definition = "";

    public async ValueTask InitializeAsync()
    {
        await new EcsCluster(fixture.Emulator, name).CreateAsync("r5.large");
        service = new EcsService(fixture.Emulator, name, name);
        definition = await service.RegisterAsync("image:1");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_service_has_a_launch_type_or_a_strategy_not_both()
    {
        var (status, error) = await service.TryCreateAsync(definition, new() { ["capacityProviderStrategy"] = Strategy(weight: 1) });

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)error["message"]!).ShouldBe("Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.");
    }

    [Fact]
    public async Task A_provider_must_exist()
    {
        var strategy = new JsonArray(new JsonObject { ["capacityProvider"] = "none" });

        var (_, error) = await service.TryCreateAsync(definition, new() { ["launchType"] = null, ["capacityProviderStrategy"] = strategy });

        ((string)error["message"]!).ShouldContain("'none' was not found");
    }

    [Fact]
    public async Task A_service_without_either_takes_the_clusters_strategy()
    {
        await service.CreateAsync(definition, new() { ["launchType"] = null });

        var seen = await service.DescribeAsync();

        seen["launchType"].ShouldBeNull();
        var item = seen["capacityProviderStrategy"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)item["capacityProvider"]!, (int)item["weight"]!, (int)item["base"]!).ShouldBe((name, 100, 1));
        ((int)seen["runningCount"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Another_strategy_takes_a_forced_deployment()
    {
        await service.CreateAsync(definition);
        await service.DescribeAsync();

        var (status, error) = await service.TryUpdateAsync(new { capacityProviderStrategy = Strategy(weight: 1) });
        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)error["message"]!).ShouldContain("you must force a new deployment");

        var updated = await service.UpdateAsync(new { capacityProviderStrategy = Strategy(weight: 1), forceNewDeployment = true });
        updated["deployments"]!.AsArray().Count.ShouldBe(2);
        updated["launchType"].ShouldBeNull();
        ((string)updated["deployments"]![0]!["capacityProviderStrategy"]![0]!["capacityProvider"]!).ShouldBe(name);
    }

    [Fact]
    public async Task The_same_strategy_deploys_nothing()
    {
        await service.CreateAsync(definition, new() { ["launchType"] = null, ["capacityProviderStrategy"] = Strategy(weight: 1) });
        await service.DescribeAsync();

        var updated = await service.UpdateAsync(new { capacityProviderStrategy = Strategy(weight: 1) });

        updated["deployments"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_provider_that_a_cluster_uses_is_not_deleted()
    {
        var (status, error) = await service.CallAsync("DeleteCapacityProvider", new { capacityProvider = name });

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)error["message"]!).ShouldContain($"it is associated with cluster: {name}.");
    }

    // A client whose answer was lost asks again; Terraform takes this refusal for success.
    [Fact]
    public async Task A_provider_that_was_deleted_already_is_said_not_to_exist()
    {
        await service.CallAsync("PutClusterCapacityProviders",
            new { cluster = name, capacityProviders = Array.Empty<string>(), defaultCapacityProviderStrategy = Array.Empty<string>() });
        (await service.CallAsync("DeleteCapacityProvider", new { capacityProvider = name })).Status.ShouldBe(HttpStatusCode.OK);

        var (status, error) = await service.CallAsync("DeleteCapacityProvider", new { capacityProvider = name });

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)error["__type"]!).ShouldBe("ClientException");
        ((string)error["message"]!).ShouldBe("The specified capacity provider does not exist. Specify a valid name or ARN and try again.");
    }

    private JsonArray Strategy(int weight) => [new JsonObject { ["capacityProvider"] = name, ["weight"] = weight }];
}
