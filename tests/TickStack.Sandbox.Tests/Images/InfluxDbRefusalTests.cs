using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.Images;

[Collection(ImagesCollection.Name)]
[Trait("Category", "Sandbox")]
public sealed class InfluxDbRefusalTests(BuiltImages images)
{
    private const string Admin = "INFLUXDB_ADMIN_PASSWORD";
    private const string Writer = "INFLUXDB_WRITE_USER_PASSWORD";

    [Fact]
    public async Task Without_secrets_it_refuses_and_names_both()
    {
        var start = await StartAsync();

        start.ExitCode.ShouldBe(1);
        start.Error.ShouldContain($"{Admin} is not set");
        start.Error.ShouldContain($"{Writer} is not set");
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("with'quote")]
    [InlineData("with\"quote")]
    [InlineData("with\\backslash")]
    [InlineData("with$dollar")]
    [InlineData("with;semicolon")]
    [InlineData("with\nnewline")]
    [InlineData("mit-Umläuten")]
    public async Task A_secret_with_another_character_is_refused_and_not_shown(string secret)
    {
        var start = await StartAsync("--env", $"{Admin}={secret}", "--env", $"{Writer}=fine");

        start.ExitCode.ShouldBe(1);
        start.Error.ShouldContain($"{Admin} holds a character outside [A-Za-z0-9_-]");
        start.Error.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_writer_that_is_the_admin_is_refused()
    {
        var start = await StartAsync("--env", $"{Admin}=a", "--env", $"{Writer}=b", "--env", "INFLUXDB_WRITE_USER=admin");

        start.ExitCode.ShouldBe(1);
        start.Error.ShouldContain("the write user must not be an admin");
    }

    [Fact]
    public async Task A_volume_of_root_is_refused_with_the_command_that_mends_it()
    {
        var start = await StartAsync(
            "--env", $"{Admin}=a", "--env", $"{Writer}=b", "--mount", "type=tmpfs,destination=/var/lib/influxdb,tmpfs-mode=0755");

        start.ExitCode.ShouldBe(1);
        start.Error.ShouldContain("/var/lib/influxdb cannot be written by uid 1500; it belongs to 0:0");
        start.Error.ShouldContain("chown -R 1500:1500");
    }

    [Fact]
    public async Task A_server_that_cannot_start_ends_the_container_with_its_own_words()
    {
        var start = await StartAsync("--env", $"{Admin}=a", "--env", $"{Writer}=b", "--env", "INFLUXDB_DB_RETENTION=soon");

        start.ExitCode.ShouldBe(1);
        start.Error.ShouldContain("creating the database failed");
    }

    [Fact]
    public async Task Another_command_runs_without_a_server()
    {
        var version = await images.Docker.RunAsync("run", "--rm", images.Image("influxdb"), "influxd", "version");

        version.ShouldStartWith("InfluxDB v1.");
    }

    private Task<CommandResult> StartAsync(params IReadOnlyList<string> options) =>
        images.Docker.TryAsync(["run", "--rm", .. options, images.Image("influxdb")]);
}
