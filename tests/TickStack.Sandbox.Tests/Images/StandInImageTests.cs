using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.Images;

[Collection(ImagesCollection.Name)]
[Trait("Category", "Sandbox")]
public sealed class StandInImageTests(BuiltImages images) : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("tickstack-stand-in-");

    public void Dispose() => temporary.Delete(recursive: true);

    [Fact]
    public async Task InfluxDBs_is_the_real_server_with_the_official_paths_and_user()
    {
        var output = await images.Docker.RunAsync(
            "run", "--rm", "--entrypoint", "/bin/sh", images.Base("influxdb"), "-c",
            "influxd version; id -u; ls -d /etc/influxdb; stat -c %u /var/lib/influxdb");

        output.ShouldStartWith("InfluxDB v1.6.7");
        output.ShouldEndWith("\n1500\n/etc/influxdb\n1500");
    }

    [Theory]
    [InlineData("telegraf")]
    [InlineData("kapacitor")]
    [InlineData("chronograf")]
    public async Task The_others_say_what_they_are(string component)
    {
        var label = await images.Docker.RunAsync("inspect", "--format", "{{index .Config.Labels \"tickstack.stand-in\"}}", images.Base(component));

        label.ShouldBe($"busybox that answers the health check of {component} and does nothing else");
    }

    [Fact]
    public async Task The_same_packages_give_the_same_layer()
    {
        var again = $"{images.Base("telegraf")}-again";
        try
        {
            (await BuildAsync("telegraf", again)).ExitCode.ShouldBe(0);
            (await LayersAsync(again)).ShouldBe(await LayersAsync(images.Base("telegraf")));
        }
        finally
        {
            await images.Docker.TryAsync("image", "rm", "--force", again);
        }
    }

    [Theory]
    [InlineData("grafana", "some:tag", "no such component")]
    [InlineData("telegraf", "", "no tag")]
    public async Task Wrong_arguments_are_refused(string component, string tag, string message)
    {
        var build = await BuildAsync(component, tag);

        build.ExitCode.ShouldBe(2);
        build.LastLine.ShouldContain(message);
    }

    [Fact]
    public async Task A_package_that_cannot_be_had_ends_it_and_leaves_nothing_behind()
    {
        File.WriteAllText(Path.Combine(temporary.FullName, "apt-get"), "#!/bin/sh\necho 'E: no network' >&2\nexit 100\n");
        await images.Docker.ProgramAsync("chmod", new Dictionary<string, string?>(), "755", Path.Combine(temporary.FullName, "apt-get"));

        var build = await BuildAsync("telegraf", images.Base("nothing"), ("PATH", $"{temporary.FullName}:{Environment.GetEnvironmentVariable("PATH")}"));

        build.ExitCode.ShouldBe(3);
        build.Error.ShouldContain("E: no network");
        build.LastLine.ShouldContain("apt-get cannot download busybox-static");
        temporary.GetFileSystemInfos().Select(entry => entry.Name).ShouldBe(["apt-get"]);
    }

    [Fact]
    public async Task An_engine_that_does_not_answer_ends_it_and_leaves_nothing_behind()
    {
        var build = await BuildAsync("telegraf", images.Base("nothing"), ("DOCKER_HOST", $"unix://{temporary.FullName}/none.sock"));

        build.ExitCode.ShouldNotBe(0);
        build.LastLine.ShouldContain("docker cannot import it");
        temporary.GetFileSystemInfos().ShouldBeEmpty();
    }

    private Task<string> LayersAsync(string image) => images.Docker.RunAsync("inspect", "--format", "{{json .RootFS.Layers}}", image);

    private Task<CommandResult> BuildAsync(string component, string tag, params (string Name, string Value)[] variables) => images.Docker.ProgramAsync(
        "/bin/sh",
        variables.Append(("TMPDIR", temporary.FullName)).ToDictionary(pair => pair.Item1, pair => (string?)pair.Item2),
        BuiltImages.BaseScript, component, tag);
}
