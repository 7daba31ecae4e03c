using TickStack.Build.Sandbox;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Failures;

namespace TickStack.Build.Tests.Sandbox;

public sealed class BaseImagesTests : IDisposable
{
    private const string Probe = "docker manifest inspect";
    private const string Missing = "docker image inspect";
    private const string Build = "/bin/sh";

    private readonly TemporaryFolder root = new();
    private readonly ScriptedCommands commands = new ScriptedCommands().On(Missing, exitCode: 1);

    public BaseImagesTests()
    {
        foreach (var component in Component.All)
        {
            root.Write($"images/{component}/Dockerfile", $"# base\nARG BASE_IMAGE={component}:1.2.3\nFROM ${{BASE_IMAGE}}\n");
        }

        root.Write("assets/bases/build.sh");
        SandboxFolder.Of(root.Path).Make();
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Nothing_is_replaced_when_docker_hub_can_be_reached()
    {
        commands.On(Probe);

        (await EnsureAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_base_that_is_in_the_engine_is_not_looked_for_elsewhere()
    {
        commands.On(Missing, output: "sha256:1\n");

        (await EnsureAsync()).ShouldBeEmpty();
        Calls(Probe).ShouldBe(0);
    }

    [Fact]
    public async Task A_docker_that_answers_anything_with_success_has_no_base()
    {
        commands.On(Missing, output: "hello\n");
        OutOfReach();

        (await EnsureAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Stand_ins_are_built_where_docker_hub_cannot_be_reached()
    {
        OutOfReach();

        var replaced = await EnsureAsync();

        replaced.Select(pair => pair.StandIn.Component).ShouldBe(Component.All);
        replaced[0].StandIn.Tag.ShouldBe("tickstack-stand-in/influxdb:1.6.7-stand-in");
        replaced[0].StandIn.Note(replaced[0].Official).ShouldBe("InfluxDB 1.6.7 of Debian stands in for influxdb:1.2.3: Docker Hub cannot be reached");
        Calls(Build).ShouldBe(4);
    }

    [Fact]
    public async Task Stand_ins_are_built_once()
    {
        OutOfReach();
        await EnsureAsync();
        commands.On("docker image inspect --format {{.Id}} tickstack-stand-in/", output: "sha256:1\n");

        (await EnsureAsync()).Count.ShouldBe(4);

        (Calls(Build), Calls(Probe)).ShouldBe((4, 4));
    }

    [Fact]
    public async Task A_changed_script_builds_them_again()
    {
        OutOfReach();
        await EnsureAsync();
        commands.On("docker image inspect --format {{.Id}} tickstack-stand-in/", output: "sha256:1\n");
        root.Write("assets/bases/build.sh", "changed");

        await EnsureAsync();

        Calls(Build).ShouldBe(8);
    }

    [Fact]
    public async Task Another_version_in_a_dockerfile_is_looked_for_again()
    {
        OutOfReach();
        await EnsureAsync();
        root.Write("images/telegraf/Dockerfile", "ARG BASE_IMAGE=telegraf:1.2.4\n");

        await EnsureAsync();

        Calls(Probe).ShouldBe(5);
    }

    [Fact]
    public async Task A_mirror_in_the_settings_takes_the_place_of_the_dockerfiles_base()
    {
        commands.On(Probe, exitCode: 1, error: "no such host").On($"{Probe} mirror.example/influxdb:1").On(Build);

        var replaced = await EnsureAsync(new() { ["influxdb"] = "mirror.example/influxdb:1" });

        replaced.Select(pair => pair.StandIn.Component).ShouldBe([Component.Telegraf, Component.Kapacitor, Component.Chronograf]);
    }

    [Fact]
    public async Task After_forgetting_docker_hub_is_asked_again()
    {
        OutOfReach();
        await EnsureAsync();
        commands.On(Probe);

        Bases([]).Forget();

        (await EnsureAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stand_in_that_cannot_be_built_is_a_failure_with_a_remedy()
    {
        OutOfReach();
        commands.On(Build, exitCode: 3, error: "apt-get cannot download busybox-static");

        var problem = (await Should.ThrowAsync<FailureException>(() => EnsureAsync())).Problems.ShouldHaveSingleItem();

        problem.Message.ShouldContain("busybox-static");
        problem.Remedy.ShouldNotBeNull().ShouldContain("base-influxdb.log");
    }

    private void OutOfReach() => commands.On(Probe, exitCode: 1, error: "no such host").On(Build);

    private int Calls(string start) => commands.Calls.Count(call => call.ToString().StartsWith(start, StringComparison.Ordinal));

    private Task<IReadOnlyList<(StandIn StandIn, string Official)>> EnsureAsync(Dictionary<string, string>? mirrors = null) =>
        Bases(mirrors ?? []).EnsureAsync(Engine.Users, TestContext.Current.CancellationToken);

    private BaseImages Bases(Dictionary<string, string> mirrors) => new(
        root.Path, SandboxFolder.Of(root.Path), new SandboxAssets(Path.Combine(root.Path, "assets")), Settings(mirrors),
        new BaseImageProbe(commands), commands, new NoReport(), TimeProvider.System);

    private static StackSettings Settings(Dictionary<string, string> mirrors) => new()
    {
        Environment = "sandbox",
        Cloud = CloudKind.Sandbox,
        Account = "123456789012",
        Region = "eu-west-1",
        Name = "tick",
        StateBucket = "state",
        Images = new ImageSettings { Architecture = "x86_64", BackupBucket = "backups", LogsBucket = "logs", BaseImages = mirrors },
        Infrastructure = new InfrastructureSettings { InstanceType = "r5.large", DataVolumeSize = 10, PublicDomain = "example.com", LogRetentionDays = 7 },
        Rollout = new RolloutSettings(),
    };
}
