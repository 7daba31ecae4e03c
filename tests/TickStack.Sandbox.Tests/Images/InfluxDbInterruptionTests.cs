using System.Net;

namespace TickStack.Sandbox.Tests.Images;

[Collection(ImagesCollection.Name)]
[Trait("Category", "Sandbox")]
public sealed class InfluxDbInterruptionTests(BuiltImages images) : IAsyncDisposable
{
    private const string Admin = $"admin:{InfluxDbContainer.AdminPassword}";
    private const string Writer = $"telegraf:{InfluxDbContainer.WritePassword}";

    private readonly Volume volume = new(images.Docker);

    public ValueTask DisposeAsync() => volume.DisposeAsync();

    // The whole first start takes about 600 ms here; the delays spread the blows over it, and beyond.
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(180)]
    [InlineData(240)]
    [InlineData(300)]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(700)]
    [InlineData(1000)]
    public async Task Killed_during_its_first_start_it_is_whole_after_the_next(int milliseconds)
    {
        await using var influxdb = Container();
        await influxdb.StartAsync();
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        await influxdb.KillAsync();

        await influxdb.StartAgainAsync();
        await ShouldBeWholeAsync(influxdb);
    }

    [Fact]
    public async Task Killed_again_and_again_it_gets_there()
    {
        await using var influxdb = Container();
        await influxdb.StartAsync();
        foreach (var milliseconds in new[] { 90, 150, 210, 270, 330 })
        {
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            await influxdb.KillAsync();
            await influxdb.StartAgainAsync();
        }

        await ShouldBeWholeAsync(influxdb);
    }

    // What was written must survive a start that is cut short: the bootstrap server shares the metadata with it.
    [Theory]
    [InlineData(100)]
    [InlineData(250)]
    [InlineData(400)]
    public async Task Killed_during_a_later_start_it_keeps_its_data(int milliseconds)
    {
        await using var influxdb = Container();
        await influxdb.StartAsync();
        await influxdb.WaitAsync();
        await influxdb.WriteAsync("kept value=42", Writer);
        await influxdb.StopAsync();

        await influxdb.StartAgainAsync();
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        await influxdb.KillAsync();
        await influxdb.StartAgainAsync();

        await ShouldBeWholeAsync(influxdb);
        (await influxdb.QueryAsync("SELECT value FROM kept", Admin)).Body.ShouldContain(",42]");
    }

    // 137 would mean that Docker had to kill it. 2 is how a Go program ends that is process 1 and has no handler for the signal yet.
    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(300)]
    [InlineData(1500)]
    public async Task SIGTERM_ends_it_at_any_moment_and_the_next_start_goes_through(int milliseconds)
    {
        await using var influxdb = Container();
        await influxdb.StartAsync();
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);

        (await influxdb.StopAsync()).ShouldBeOneOf(0, 2, 143);

        await influxdb.StartAgainAsync();
        await ShouldBeWholeAsync(influxdb);
    }

    private InfluxDbContainer Container() => new(images.Docker, images.Image("influxdb"), volume.Name);

    private static async Task ShouldBeWholeAsync(InfluxDbContainer influxdb)
    {
        await influxdb.WaitAsync();
        (await influxdb.QueryAsync("SHOW DATABASES", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await influxdb.QueryAsync("SHOW USERS", Admin)).Body.ShouldContain("""[["admin",true],["telegraf",false]]""");
        (await influxdb.WriteAsync("cpu value=1", Writer)).ShouldBe(HttpStatusCode.NoContent);
        (await influxdb.QueryAsync("SELECT count(value) FROM cpu", Admin)).Body.ShouldContain(",1]");
        (await influxdb.ExecAsync("ls", "-A", "/var/lib/influxdb")).Output.ShouldBe("data\nmeta\nwal\n");
    }
}
