using System.Net;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsTaskDefinitionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private readonly List<string> revisions = [];
    private EcsService service = null!;

    public async ValueTask InitializeAsync()
    {
        service = new EcsService(fixture.Emulator, name);
        foreach (var image in (string[])["image:1", "image:2", "image:3"])
        {
            revisions.Add(await service.RegisterAsync(image));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Revisions_are_listed_newest_first_when_asked_and_in_pages()
    {
        Arns(await ListAsync(new() { ["sort"] = "DESC" })).ShouldBe(Enumerable.Reverse(revisions));

        var page = await ListAsync(new() { ["sort"] = "DESC", ["maxResults"] = 2 });
        Arns(page).ShouldBe([revisions[2], revisions[1]]);
        var last = await ListAsync(new() { ["sort"] = "DESC", ["maxResults"] = 2, ["nextToken"] = page["nextToken"]!.DeepClone() });
        Arns(last).ShouldBe([revisions[0]]);
        last["nextToken"].ShouldBeNull();
    }

    [Fact]
    public async Task A_deregistered_revision_is_listed_apart_and_the_family_names_the_latest_active()
    {
        var deregistered = await DeregisterAsync(revisions[2]);

        ((string)deregistered["status"]!).ShouldBe("INACTIVE");
        deregistered["deregisteredAt"].ShouldNotBeNull();
        Arns(await ListAsync([])).ShouldBe(revisions[..2]);
        Arns(await ListAsync(new() { ["status"] = "INACTIVE" })).ShouldBe([revisions[2]]);
        var (_, described) = await service.CallAsync("DescribeTaskDefinition", new { taskDefinition = name });
        ((string)described["taskDefinition"]!["taskDefinitionArn"]!).ShouldBe(revisions[1]);
        (await service.RegisterAsync("image:4")).ShouldEndWith($"{name}:4");
    }

    [Fact]
    public async Task No_service_is_made_or_updated_with_a_deregistered_revision()
    {
        await DeregisterAsync(revisions[1]);

        Refused(await service.TryCreateAsync(revisions[1]));

        await service.CreateAsync(revisions[0]);
        Refused(await service.TryUpdateAsync(new { taskDefinition = revisions[1] }));
    }

    [Fact]
    public async Task A_service_keeps_running_the_revision_that_is_deregistered_under_it()
    {
        await service.CreateAsync(revisions[0]);
        await service.DescribeAsync();

        await DeregisterAsync(revisions[0]);

        ((int)(await service.DescribeAsync())["runningCount"]!).ShouldBe(1);
        await service.UpdateAsync(new { desiredCount = 1 });
    }

    private static void Refused((HttpStatusCode Status, JsonNode Body) answer)
    {
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)answer.Body["__type"]!).ShouldEndWith("ClientException");
        ((string)answer.Body["message"]!).ShouldBe("TaskDefinition is inactive");
    }

    private static IEnumerable<string> Arns(JsonNode list) => list["taskDefinitionArns"]!.AsArray().Select(each => (string)each!);

    private async Task<JsonNode> ListAsync(JsonObject parameters)
    {
        parameters["familyPrefix"] = name;
        return (await service.CallAsync("ListTaskDefinitions", parameters)).Body;
    }

    private async Task<JsonNode> DeregisterAsync(string taskDefinition) =>
        (await service.CallAsync("DeregisterTaskDefinition", new { taskDefinition })).Body["taskDefinition"]!;
}
