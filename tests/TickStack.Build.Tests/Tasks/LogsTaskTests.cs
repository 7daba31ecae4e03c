using NSubstitute;
using TickStack.Build.Aws;
using TickStack.Build.Tests.Ecs;

namespace TickStack.Build.Tests.Tasks;

public sealed class LogsTaskTests
{
    private static readonly string[] Containers = ["influxdb", "telegraf", "kapacitor", "chronograf"];

    private readonly SimulatedTime time = new();
    private readonly IContainerLogs logs = Substitute.For<IContainerLogs>();

    public LogsTaskTests() => logs.SinceAsync(default!, default, default).ReturnsForAnyArgs([]);

    private DateTimeOffset Start => time.Clock.Start;

    [Fact]
    public async Task Lines_of_all_containers_stand_in_the_order_of_their_times()
    {
        Written("kapacitor", (2, "second"));
        Written("influxdb", (1, "first"), (3, "third"));
        using var run = Run();

        await run.RunAsync("Logs");

        Shown(run).ShouldBe(["first", "second", "third"]);
    }

    [Fact]
    public async Task Only_the_groups_of_the_chosen_service_are_read()
    {
        using var run = Run("--service=influxdb", "--since=1h");

        await run.RunAsync("Logs");

        logs.ReceivedCalls().Select(call => (string)call.GetArguments()[0]!).ShouldBe(["/metrics/influxdb"]);
        logs.ReceivedCalls().Single().GetArguments()[1].ShouldBe(Start.AddHours(-1));
        run.Steps.Notes.ShouldHaveSingleItem().ShouldStartWith("Nothing was written since ");
    }

    [Fact]
    public async Task Following_shows_each_line_once_until_the_run_is_interrupted()
    {
        var looks = 0;
        logs.SinceAsync("/metrics/influxdb", Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(_ => ++looks <= 3
            ? Enumerable.Range(1, looks).Select(number => Line("influxdb", number, $"line {number}")).ToList()
            : throw new OperationCanceledException());
        using var run = Run("--service=influxdb", "--follow");

        await Should.ThrowAsync<OperationCanceledException>(() => run.RunAsync("Logs"));

        Shown(run).ShouldBe(["line 1", "line 2", "line 3"]);
    }

    private static IEnumerable<string> Shown(TargetRun run) =>
        run.Console.Lines.Where(line => Containers.Any(container => line.StartsWith(container, StringComparison.Ordinal)))
            .Select(line => line[line.IndexOf("Z ", StringComparison.Ordinal)..][2..].Trim());

    private void Written(string container, params (int Second, string Text)[] lines) =>
        logs.SinceAsync($"/metrics/{container}", Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>())
            .Returns(lines.Select(line => Line(container, line.Second, line.Text)).ToList());

    private LogLine Line(string container, int second, string text) =>
        new($"{container}-{second}", Start.AddSeconds(second), $"/metrics/{container}", "stream", text);

    private TargetRun Run(params string[] options) => new TargetRun(time, ["--target=Logs", .. options]).WithOutputs().With(logs);
}
