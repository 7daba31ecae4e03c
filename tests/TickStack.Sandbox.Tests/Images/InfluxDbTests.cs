using System.Net;

namespace TickStack.Sandbox.Tests.Images;

[Collection(ImagesCollection.Name)]
[Trait("Category", "Sandbox")]
public sealed class InfluxDbTests(BuiltImages images) : IAsyncDisposable
{
    private const string Admin = $"admin:{InfluxDbContainer.AdminPassword}";
    private const string Writer = $"telegraf:{InfluxDbContainer.WritePassword}";

    private readonly Volume volume = new(images.Docker);

    public ValueTask DisposeAsync() => volume.DisposeAsync();

    [Fact]
    public async Task The_first_start_leaves_an_admin_a_writer_and_no_way_in_for_others()
    {
        await using var influxdb = await StartedAsync();

        (await influxdb.QueryAsync("SHOW DATABASES", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await influxdb.QueryAsync("CREATE USER mallory WITH PASSWORD 'x' WITH ALL PRIVILEGES", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await influxdb.QueryAsync("SHOW USERS", Admin)).Body.ShouldContain("""[["admin",true],["telegraf",false]]""");
        (await influxdb.QueryAsync("SHOW GRANTS FOR telegraf", Admin)).Body.ShouldContain("""[["telegraf","WRITE"]]""");
        (await influxdb.QueryAsync("SHOW RETENTION POLICIES", Admin)).Body.ShouldContain("""["autogen","2160h0m0s","24h0m0s",1,true]""");
    }

    [Fact]
    public async Task Authentication_cannot_be_switched_off()
    {
        await using var influxdb = Container();
        await influxdb.StartAsync(options: ["--env", "INFLUXDB_HTTP_AUTH_ENABLED=false"]);
        await influxdb.WaitAsync();

        (await influxdb.QueryAsync("SHOW DATABASES", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_writer_writes_and_the_admin_reads_what_it_wrote()
    {
        await using var influxdb = await StartedAsync();

        (await influxdb.WriteAsync("cpu value=42", Writer)).ShouldBe(HttpStatusCode.NoContent);
        (await influxdb.QueryAsync("SELECT value FROM cpu", Admin)).Body.ShouldContain(",42]");
        (await influxdb.QueryAsync("SELECT value FROM cpu", Writer)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_restart_keeps_data_users_and_a_changed_retention()
    {
        await using var influxdb = await StartedAsync();
        await influxdb.WriteAsync("cpu value=42", Writer);
        await influxdb.QueryAsync("ALTER RETENTION POLICY autogen ON telegraf DURATION 400d", Admin);

        (await influxdb.StopAsync()).ShouldBe(0);
        await influxdb.StartAgainAsync();
        await influxdb.WaitAsync();

        (await influxdb.QueryAsync("SELECT value FROM cpu", Admin)).Body.ShouldContain(",42]");
        (await influxdb.QueryAsync("SHOW USERS", Admin)).Body.ShouldContain("""[["admin",true],["telegraf",false]]""");
        (await influxdb.QueryAsync("SHOW RETENTION POLICIES", Admin)).Body.ShouldContain("9600h0m0s");
    }

    [Fact]
    public async Task New_secrets_take_the_place_of_the_old_ones_at_the_next_start()
    {
        await using (var before = await StartedAsync())
        {
            await before.WriteAsync("cpu value=42", Writer);
            (await before.StopAsync()).ShouldBe(0);
        }

        await using var after = Container();
        await after.StartAsync("Admin_secret-3", "Write_secret-4");
        await after.WaitAsync();

        (await after.QueryAsync("SHOW USERS", Admin)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await after.WriteAsync("cpu value=43", Writer)).ShouldBe(HttpStatusCode.Unauthorized);
        (await after.WriteAsync("cpu value=43", "telegraf:Write_secret-4")).ShouldBe(HttpStatusCode.NoContent);
        (await after.QueryAsync("SELECT count(value) FROM cpu", "admin:Admin_secret-3")).Body.ShouldContain(",2]");
    }

    [Fact]
    public async Task A_user_that_was_dropped_or_demoted_is_put_right_at_the_next_start()
    {
        await using var influxdb = await StartedAsync();
        await influxdb.QueryAsync("DROP USER telegraf", Admin);
        await influxdb.QueryAsync("REVOKE ALL PRIVILEGES FROM admin", Admin);

        await influxdb.StopAsync();
        await influxdb.StartAgainAsync();
        await influxdb.WaitAsync();

        (await influxdb.QueryAsync("SHOW USERS", Admin)).Body.ShouldContain("""[["admin",true],["telegraf",false]]""");
        (await influxdb.WriteAsync("cpu value=42", Writer)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Secrets_show_neither_in_arguments_nor_in_the_log_nor_in_the_servers_environment()
    {
        await using var influxdb = Container();
        var seen = "";
        await influxdb.StartAsync();
        while (!await influxdb.AnswersAsync())
        {
            seen += await influxdb.ProcessesAsync();
        }

        seen += await influxdb.ProcessesAsync();
        seen += await influxdb.LogAsync();
        seen += (await influxdb.ExecAsync("cat", "/proc/1/environ")).Output;

        seen.ShouldContain("influxd");
        seen.ShouldNotContain(InfluxDbContainer.AdminPassword);
        seen.ShouldNotContain(InfluxDbContainer.WritePassword);
    }

    [Fact]
    public async Task The_health_check_follows_the_server()
    {
        await using var influxdb = await StartedAsync();

        (await influxdb.ExecAsync("/usr/local/bin/healthcheck")).ExitCode.ShouldBe(0);
    }

    // The port of the bootstrap server stays inside the container, and nothing of it is left.
    [Fact]
    public async Task Only_the_one_server_runs_and_no_scratch_is_left()
    {
        await using var influxdb = await StartedAsync();

        (await influxdb.ExecAsync("pidof", "influxd", "influx")).Output.Trim().ShouldBe("1");
        (await influxdb.ExecAsync("ls", "/tmp")).Output.ShouldBeEmpty();
    }

    private InfluxDbContainer Container() => new(images.Docker, images.Image("influxdb"), volume.Name);

    private async Task<InfluxDbContainer> StartedAsync()
    {
        var influxdb = Container();
        await influxdb.StartAsync();
        await influxdb.WaitAsync();
        return influxdb;
    }
}
