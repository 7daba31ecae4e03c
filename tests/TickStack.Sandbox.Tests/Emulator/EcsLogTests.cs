using System.Net;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsLogTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly string name = $"stack-{Guid.NewGuid():N}";
    private EcsService service = null!;

    private string Group => $"/tick/{name}";

    public async ValueTask InitializeAsync()
    {
        service = new EcsService(fixture.Emulator, name);
        await CallAsync("CreateLogGroup", new { logGroupName = Group });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_container_of_a_task_has_a_stream_that_says_it_is_played()
    {
        await RunAsync();

        var task = (await service.TasksAsync("RUNNING")).ShouldHaveSingleItem()!;
        var id = ((string)task["taskArn"]!).Split('/')[^1];
        foreach (var container in (string[])["influxdb", "telegraf"])
        {
            Messages(await CallAsync("GetLogEvents", new { logGroupName = Group, logStreamName = $"run/{container}/{id}", startFromHead = true }))
                .ShouldBe([$"TickStack sandbox: the container {container} is played by the emulator"]);
        }
    }

    [Fact]
    public async Task A_scripted_failure_says_so_in_the_log()
    {
        await service.ScriptAsync("fail");
        await RunAsync();

        var found = await FilterAsync(new() { ["filterPattern"] = "scripted" });

        Messages(found).ShouldBe([.. Enumerable.Repeat("E! exit code 1: this failure was scripted (POST /tickstack/ecs)", 2)]);
    }

    [Fact]
    public async Task A_container_whose_group_is_missing_still_runs()
    {
        await CallAsync("DeleteLogGroup", new { logGroupName = Group });

        await RunAsync();

        (await service.TasksAsync("RUNNING")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_log_is_followed_by_its_forward_token_whatever_the_window()
    {
        var stream = await WriteAsync("one", "two", "three");

        var page = await GetAsync(stream, new() { ["limit"] = 2, ["startFromHead"] = true });
        Messages(page).ShouldBe(["one", "two"]);
        var rest = await GetAsync(stream, new() { ["nextToken"] = Token(page), ["startTime"] = Start + 1 });
        Messages(rest).ShouldBe(["three"]);
        var end = await GetAsync(stream, new() { ["nextToken"] = Token(rest) });
        Messages(end).ShouldBeEmpty();
        Token(end).ToString().ShouldBe(Token(rest).ToString());

        await PutAsync(stream, Start + 10, "four");
        Messages(await GetAsync(stream, new() { ["nextToken"] = Token(end) })).ShouldBe(["four"]);
    }

    [Fact]
    public async Task An_empty_stream_is_followed_too()
    {
        var stream = await WriteAsync();
        var empty = await GetAsync(stream, new() { ["startFromHead"] = true });

        await PutAsync(stream, Start, "one");

        Messages(await GetAsync(stream, new() { ["nextToken"] = Token(empty) })).ShouldBe(["one"]);
    }

    [Fact]
    public async Task The_last_lines_come_first_unless_asked_otherwise_and_lead_back()
    {
        var stream = await WriteAsync("one", "two", "three");

        var last = await GetAsync(stream, new() { ["limit"] = 2 });
        Messages(last).ShouldBe(["two", "three"]);
        Messages(await GetAsync(stream, new() { ["nextToken"] = last["nextBackwardToken"]!.DeepClone() })).ShouldBe(["one"]);
        Messages(await GetAsync(stream, new() { ["startTime"] = Start + 1, ["endTime"] = Start + 2 })).ShouldBe(["two"]);
    }

    [Fact]
    public async Task Streams_of_a_group_are_read_together_in_order_of_time()
    {
        var (a, b) = (await WriteAsync("a1"), await WriteAsync("b1", "b2"));
        await PutAsync(a, Start + 5, "a2");

        Messages(await FilterAsync([])).ShouldBe(["a1", "b1", "b2", "a2"]);
        Messages(await FilterAsync(new() { ["startTime"] = Start + 1 })).ShouldBe(["b2", "a2"]);
        Messages(await FilterAsync(new() { ["logStreamNamePrefix"] = b })).ShouldBe(["b1", "b2"]);
        Messages(await FilterAsync(new() { ["logStreamNamePrefix"] = "none" })).ShouldBeEmpty();
        var page = await FilterAsync(new() { ["limit"] = 3 });
        Messages(await FilterAsync(new() { ["limit"] = 3, ["nextToken"] = page["nextToken"]!.DeepClone() })).ShouldBe(["a2"]);
    }

    [Fact]
    public async Task A_missing_stream_is_called_that()
    {
        var (status, error) = await fixture.Emulator.CallAsync("logs", "Logs_20140328.GetLogEvents", new { logGroupName = Group, logStreamName = "none" });

        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)error["message"]!).ShouldBe("The specified log stream does not exist.");
    }

    private static long Start { get; } = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeMilliseconds();

    private static IEnumerable<string> Messages(JsonNode page) => page["events"]!.AsArray().Select(each => (string)each!["message"]!);

    private static JsonNode Token(JsonNode page) => page["nextForwardToken"]!.DeepClone();

    private async Task RunAsync()
    {
        await service.CreateAsync(await service.RegisterAsync([Logging("influxdb"), Logging("telegraf")]));
        await service.DescribeAsync();
    }

    private JsonObject Logging(string container)
    {
        var options = new JsonObject { ["awslogs-group"] = Group, ["awslogs-region"] = "us-east-1", ["awslogs-stream-prefix"] = "run" };
        var definition = EcsService.Container(container, "image:1", memory: 64);
        definition["logConfiguration"] = new JsonObject { ["logDriver"] = "awslogs", ["options"] = options };
        return definition;
    }

    private async Task<string> WriteAsync(params string[] messages)
    {
        var logStreamName = $"stream-{Guid.NewGuid():N}";
        await CallAsync("CreateLogStream", new { logGroupName = Group, logStreamName });
        await PutAsync(logStreamName, Start, messages);
        return logStreamName;
    }

    private async Task PutAsync(string logStreamName, long from, params string[] messages)
    {
        var logEvents = messages.Select((message, index) => new { timestamp = from + index, message });
        await CallAsync("PutLogEvents", new { logGroupName = Group, logStreamName, logEvents });
    }

    private Task<JsonNode> GetAsync(string stream, JsonObject parameters)
    {
        (parameters["logGroupName"], parameters["logStreamName"]) = (Group, stream);
        return CallAsync("GetLogEvents", parameters);
    }

    private Task<JsonNode> FilterAsync(JsonObject parameters)
    {
        parameters["logGroupName"] = Group;
        return CallAsync("FilterLogEvents", parameters);
    }

    private async Task<JsonNode> CallAsync(string operation, object parameters)
    {
        var (status, body) = await fixture.Emulator.CallAsync("logs", $"Logs_20140328.{operation}", parameters);
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body;
    }
}
