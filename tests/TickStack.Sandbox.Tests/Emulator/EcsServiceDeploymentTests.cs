using System.Net;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsServiceDeploymentTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private EcsService service = null!;
    private string first = "";

    public async ValueTask InitializeAsync()
    {
        service = new EcsService(fixture.Emulator, name);
        first = await service.RegisterAsync("image:1@sha256:1111");
        await service.CreateAsync(first);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_first_deployment_is_pending_then_successful()
    {
        (await StatesAsync()).ShouldBe(["PENDING"]);

        var seen = await service.DescribeAsync();

        (await StatesAsync()).ShouldBe(["SUCCESSFUL"]);
        var newest = (await HistoryAsync())[0]!;
        ((string)newest["serviceDeploymentArn"]!).ShouldStartWith($"arn:aws:ecs:us-east-1:123456789012:service-deployment/stack/{name}/");
        newest["finishedAt"].ShouldNotBeNull();
        ((string)seen["currentServiceDeployment"]!).ShouldBe((string)newest["serviceDeploymentArn"]!);
    }

    [Fact]
    public async Task A_deployment_tells_what_it_replaced_and_what_it_brought()
    {
        await service.DescribeAsync();
        var second = await service.RegisterAsync("image:2");
        await service.UpdateAsync(new { taskDefinition = second });
        await service.DescribeAsync();

        var deployment = await NewestAsync();

        var target = deployment["targetServiceRevision"]!;
        ((int)target["requestedTaskCount"]!, (int)target["runningTaskCount"]!, (int)target["pendingTaskCount"]!).ShouldBe((1, 1, 0));
        (await RevisionAsync((string)target["arn"]!))["taskDefinition"]!.ToString().ShouldBe(second);
        var source = await RevisionAsync((string)deployment["sourceServiceRevisions"]!.AsArray().ShouldHaveSingleItem()!["arn"]!);
        ((string)source["taskDefinition"]!).ShouldBe(first);
        source["networkConfiguration"]!["awsvpcConfiguration"]!["subnets"]!.AsArray().ShouldHaveSingleItem();
        var image = source["containerImages"]![0]!;
        ((string)image["containerName"]!, (string)image["image"]!, (string)image["imageDigest"]!).ShouldBe(("one", "image:1@sha256:1111", "sha256:1111"));
    }

    [Fact]
    public async Task A_roll_back_belongs_to_the_deployment_that_failed()
    {
        await service.DescribeAsync();
        var good = (string)(await HistoryAsync())[0]!["targetServiceRevisionArn"]!;
        await service.ScriptAsync("fail");
        await service.UpdateAsync(new { taskDefinition = await service.RegisterAsync("image:2") });

        (await LookAsync(4)).ShouldBe(["IN_PROGRESS", "IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL"]);

        (await StatesAsync()).ShouldBe(["ROLLBACK_SUCCESSFUL", "SUCCESSFUL"]);
        var failed = await NewestAsync();
        ((string)failed["statusReason"]!).ShouldContain("the circuit breaker threshold was exceeded");
        ((string)failed["rollback"]!["serviceRevisionArn"]!).ShouldBe(good);
        ((string)failed["deploymentCircuitBreaker"]!["status"]!, (int)failed["deploymentCircuitBreaker"]!["failureCount"]!).ShouldBe(("TRIGGERED", 3));
    }

    [Fact]
    public async Task A_roll_back_brings_the_network_back_too()
    {
        await service.DescribeAsync();
        var before = (await service.DescribeAsync())["networkConfiguration"]!.ToJsonString();
        await service.ScriptAsync("fail");
        var changed = JsonNode.Parse(before)!;
        changed["awsvpcConfiguration"]!["assignPublicIp"] = "ENABLED";
        await service.UpdateAsync(new { networkConfiguration = changed });

        await LookAsync(4);

        (await service.DescribeAsync())["networkConfiguration"]!.ToJsonString().ShouldBe(before);
    }

    [Theory]
    [InlineData(true, "ROLLBACK_FAILED")]
    [InlineData(false, "STOPPED")]
    public async Task Without_anything_to_go_back_to_a_failed_deployment_stays(bool rollback, string status)
    {
        await service.ScriptAsync("fail");
        await service.UpdateAsync(new
        {
            taskDefinition = await service.RegisterAsync("image:2"),
            deploymentConfiguration = new { minimumHealthyPercent = 0, maximumPercent = 100, deploymentCircuitBreaker = new { enable = true, rollback } },
        });

        (await LookAsync(4)).ShouldBe(["IN_PROGRESS", "IN_PROGRESS", status, status]);
    }

    [Fact]
    public async Task A_superseded_deployment_is_stopped_and_says_by_which()
    {
        await service.DescribeAsync();
        await service.ScriptAsync("stuck");
        await service.UpdateAsync(new { forceNewDeployment = true });
        await service.DescribeAsync();

        await service.UpdateAsync(new { forceNewDeployment = true });

        (await StatesAsync()).ShouldBe(["PENDING", "STOPPED", "SUCCESSFUL"]);
        var history = await HistoryAsync();
        ((string)history[1]!["statusReason"]!).ShouldContain((string)history[0]!["serviceDeploymentArn"]!);
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged()
    {
        await service.DescribeAsync();
        await service.UpdateAsync(new { forceNewDeployment = true });

        (await StatesAsync(new() { ["status"] = new JsonArray("SUCCESSFUL") })).ShouldBe(["SUCCESSFUL"]);
        (await StatesAsync(new() { ["createdAt"] = new JsonObject { ["before"] = 1000000000 } })).ShouldBeEmpty();
        (await StatesAsync(new() { ["createdAt"] = new JsonObject { ["after"] = 1000000000 } })).ShouldBe(["PENDING", "SUCCESSFUL"]);
        var page = await ListAsync(new() { ["maxResults"] = 1 });
        (await StatesAsync(new() { ["maxResults"] = 1, ["nextToken"] = page["nextToken"]!.DeepClone() })).ShouldBe(["SUCCESSFUL"]);
    }

    [Fact]
    public async Task What_is_unknown_is_a_failure_or_an_error()
    {
        var unknown = $"arn:aws:ecs:us-east-1:123456789012:service-revision/stack/{name}/1";
        var (_, described) = await service.CallAsync("DescribeServiceRevisions", new { serviceRevisionArns = new[] { unknown } });
        ((string)described["failures"]![0]!["arn"]!, (string)described["failures"]![0]!["reason"]!).ShouldBe((unknown, "MISSING"));

        var (status, error) = await service.CallAsync("ListServiceDeployments", new { cluster = "stack", service = "none" });
        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)error["__type"]!).ShouldEndWith("ServiceNotFoundException");
    }

    private async Task<List<string>> LookAsync(int times)
    {
        var states = new List<string>();
        for (var look = 0; look < times; look++)
        {
            await service.DescribeAsync();
            states.Add((await StatesAsync())[0]);
        }

        return states;
    }

    private async Task<List<string>> StatesAsync(JsonObject? filter = null) =>
        (await ListAsync(filter ?? []))["serviceDeployments"]!.AsArray().Select(each => (string)each!["status"]!).ToList();

    private async Task<JsonArray> HistoryAsync() => (await ListAsync([]))["serviceDeployments"]!.AsArray();

    private async Task<JsonNode> ListAsync(JsonObject filter)
    {
        (filter["cluster"], filter["service"]) = ("stack", name);
        return (await service.CallAsync("ListServiceDeployments", filter)).Body;
    }

    private async Task<JsonNode> NewestAsync()
    {
        var arn = (string)(await HistoryAsync())[0]!["serviceDeploymentArn"]!;
        return (await service.CallAsync("DescribeServiceDeployments", new { serviceDeploymentArns = new[] { arn } })).Body["serviceDeployments"]![0]!;
    }

    private async Task<JsonNode> RevisionAsync(string arn) =>
        (await service.CallAsync("DescribeServiceRevisions", new { serviceRevisionArns = new[] { arn } })).Body["serviceRevisions"]![0]!;
}
