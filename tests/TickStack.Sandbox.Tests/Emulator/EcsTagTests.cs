using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsTagTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private EcsService service = null!;
    private string definition = "";

    public async ValueTask InitializeAsync()
    {
        service = new EcsService(fixture.Emulator, name);
        definition = await service.RegisterAsync([EcsService.Container("one", "image:1", memory: 64)], new() { ["tags"] = Tags(("revision", "abc")) });
        await service.CreateAsync(definition, new() { ["tags"] = Tags(("team", "metrics")), ["propagateTags"] = "SERVICE", ["enableECSManagedTags"] = true });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Tags_of_a_service_are_shown_when_asked_for()
    {
        Read((await service.DescribeAsync("TAGS"))["tags"]).ShouldBe(["team=metrics"]);
        Read((await service.DescribeAsync())["tags"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tags_of_a_service_can_be_changed()
    {
        var resourceArn = (string)(await service.DescribeAsync())["serviceArn"]!;

        await service.CallAsync("TagResource", new { resourceArn, tags = Tags(("team", "operations"), ("version", "2")) });
        Read((await service.DescribeAsync("TAGS"))["tags"]).ShouldBe(["team=operations", "version=2"]);

        await service.CallAsync("UntagResource", new { resourceArn, tagKeys = new JsonArray("team") });
        Read((await service.CallAsync("ListTagsForResource", new { resourceArn })).Body["tags"]).ShouldBe(["version=2"]);
    }

    [Fact]
    public async Task Tags_of_a_task_definition_are_shown_when_asked_for_and_can_be_changed()
    {
        await service.CallAsync("TagResource", new { resourceArn = definition, tags = Tags(("images", "1")) });

        var (_, described) = await service.CallAsync("DescribeTaskDefinition", new { taskDefinition = definition, include = new JsonArray("TAGS") });
        Read(described["tags"]).ShouldBe(["images=1", "revision=abc"]);
        (await service.CallAsync("DescribeTaskDefinition", new { taskDefinition = definition })).Body["tags"].ShouldBeNull();
    }

    [Fact]
    public async Task A_task_has_the_tags_that_its_service_propagates_and_ECSs_own()
    {
        await service.DescribeAsync();

        var task = (await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!;

        Read(task["tags"]).ShouldBe(["aws:ecs:clusterName=stack", $"aws:ecs:serviceName={name}", "team=metrics"]);
    }

    [Fact]
    public async Task An_update_takes_settings_that_deploy_nothing()
    {
        await service.DescribeAsync();

        await service.UpdateAsync(
            new { propagateTags = "TASK_DEFINITION", enableECSManagedTags = false, enableExecuteCommand = true, healthCheckGracePeriodSeconds = 30 });

        var seen = await service.DescribeAsync();
        ((string)seen["propagateTags"]!, (bool)seen["enableECSManagedTags"]!, (bool)seen["enableExecuteCommand"]!).ShouldBe(("TASK_DEFINITION", false, true));
        ((int)seen["healthCheckGracePeriodSeconds"]!).ShouldBe(30);
        seen["deployments"]!.AsArray().ShouldHaveSingleItem();
    }

    private static JsonArray Tags(params (string Key, string Value)[] tags) =>
        [.. tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })];

    private static IEnumerable<string> Read(JsonNode? tags) =>
        (tags?.AsArray() ?? []).Select(tag => $"{tag!["key"]}={tag["value"]}").Order(StringComparer.Ordinal);
}
