using System.Globalization;
using System.Net;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using TickStack.Build.Sandbox;
using TickStack.Build.Tools.Cloud;
using TickStack.Build.Tools.Commands;

namespace TickStack.Sandbox.Tests.Sandbox;

public sealed class SandboxCloudTests : IAsyncLifetime
{
    private readonly SandboxTree _tree = new();

    private CloudSession _session = CloudSession.Unchanged;

    public async ValueTask InitializeAsync() => _session = await _tree.OpenAsync();

    public ValueTask DisposeAsync() => _tree.DisposeAsync();

    [Fact]
    public async Task The_emulator_and_the_registry_answer_after_the_first_opening()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        (await http.GetAsync(new Uri($"{Endpoint}/tickstack/ready"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync(new Uri($"http://{Ports.RegistryHost}/v2/"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _session.Notes.ShouldContain(note => note.Contains("emulated by moto", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pushed_image_appears_in_the_emulated_ecr_with_its_digest()
    {
        using var ecr = new EmulatedEcr(_session);
        var repository = await ecr.CallAsync("CreateRepository", new JsonObject { ["repositoryName"] = "tick/telegraf" });
        var uri = (string)repository["repository"]!["repositoryUri"]!;
        uri.ShouldBe($"{Ports.RegistryHost}/tick/telegraf");

        var push = await PushAsync(ecr, $"{uri}:1");

        push.Succeeded.ShouldBeTrue(push.Error);
        push.Output.ShouldContain((await ecr.DigestsAsync("tick/telegraf")).ShouldHaveSingleItem());
    }

    [Fact]
    public async Task The_registry_refuses_a_push_without_the_password()
    {
        var image = $"{Ports.RegistryHost}/tick/telegraf:1";
        (await DockerAsync("tag", SandboxTree.Base, image)).Succeeded.ShouldBeTrue();

        var push = await DockerAsync("push", image);

        push.Succeeded.ShouldBeFalse();
        push.Error.ShouldContain("no basic auth credentials");
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        var (emulator, registry, ports) = (_tree.Process("emulator"), _tree.Process("registry"), Ports);

        var again = await _tree.OpenAsync();

        (_tree.Process("emulator"), _tree.Process("registry"), Ports).ShouldBe((emulator, registry, ports));
        again.Variables.ShouldBe(_session.Variables, ignoreOrder: true);
        _tree.Report.Steps.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_hosts_at_once_set_up_one_sandbox()
    {
        await _tree.Cloud().StopAsync(TestContext.Current.CancellationToken);

        await Task.WhenAll(_tree.OpenAsync(), _tree.OpenAsync());

        (await _tree.IsRunningAsync(_tree.Process("emulator"))).ShouldBeTrue();
        (await RunningWithAsync(_tree.Folder.Path)).ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_emulator_is_started_again_at_the_same_address()
    {
        var killed = _tree.Process("emulator");
        await _tree.RunAsync(new CommandLine("/bin/sh", "-c", $"kill -9 {killed.Pid}"));

        var again = await _tree.OpenAsync();

        _tree.Process("emulator").ShouldNotBe(killed);
        again.Variables["AWS_ENDPOINT_URL"].ShouldBe(Endpoint);
        again.Notes.ShouldContain(note => note.Contains("started just now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopping_ends_what_was_started_and_says_so()
    {
        var (emulator, registry) = (_tree.Process("emulator"), _tree.Process("registry"));

        var ended = await _tree.Cloud().StopAsync(TestContext.Current.CancellationToken);

        ended.Take(2).ShouldBe(["image registry", "AWS emulator"]);
        (await _tree.IsRunningAsync(emulator)).ShouldBeFalse();
        (await _tree.IsRunningAsync(registry)).ShouldBeFalse();
        (await _tree.Cloud().StopAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_addresses_outlive_a_stop()
    {
        await _tree.Cloud().StopAsync(TestContext.Current.CancellationToken);

        (await _tree.OpenAsync()).Variables["AWS_ENDPOINT_URL"].ShouldBe(Endpoint);
    }

    [Fact]
    public async Task A_process_that_took_the_number_of_ours_is_left_alone()
    {
        await _tree.Cloud().StopAsync(TestContext.Current.CancellationToken);
        var stranger = await new Processes(new CliWrapCommands(), TimeProvider.System).CurrentAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_tree.Folder.PidFile("emulator"), $"{stranger.Pid} 1", TestContext.Current.CancellationToken);

        (await _tree.Cloud().StopAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();

        (await _tree.IsRunningAsync(stranger)).ShouldBeTrue();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_password_is_in_no_command_line_and_only_its_owner_can_read_it()
    {
        var file = Path.Combine(_tree.Folder.Path, "registry-auth", "password");
        var password = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await RunningWithAsync(password)).ShouldBe(0);
        Directory.EnumerateFiles(Path.Combine(_tree.Folder.Path, "logs")).ShouldAllBe(log => !File.ReadAllText(log).Contains(password));
    }

    private string Endpoint => _session.Variables["AWS_ENDPOINT_URL"]!;

    private SandboxPorts Ports => new PortFile(_tree.Folder).Read()!;

    private async Task<CommandResult> PushAsync(EmulatedEcr ecr, string image)
    {
        var token = (string)(await ecr.CallAsync("GetAuthorizationToken", []))["authorizationData"]![0]!["authorizationToken"]!;
        Encoding.UTF8.GetString(Convert.FromBase64String(token)).ShouldStartWith("AWS:");
        var config = Directory.CreateDirectory(Path.Combine(_tree.Root, "docker")).FullName;
        var auths = new JsonObject { ["auths"] = new JsonObject { [Ports.RegistryHost] = new JsonObject { ["auth"] = token } } };
        await File.WriteAllTextAsync(Path.Combine(config, "config.json"), auths.ToJsonString(), TestContext.Current.CancellationToken);
        (await DockerAsync("tag", SandboxTree.Base, image)).Succeeded.ShouldBeTrue();
        return await DockerAsync("--config", config, "push", image);
    }

    private Task<CommandResult> DockerAsync(params string[] arguments) => _tree.RunAsync(new CommandLine("docker", arguments) { Variables = _session.Variables });

    /// <summary>How many processes of this machine have the text in their command line, this one's children that look for it aside.</summary>
    private static async Task<int> RunningWithAsync(string text)
    {
        var count = 0;
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out _)))
        {
            try
            {
                count += (await File.ReadAllTextAsync(Path.Combine(process, "cmdline"))).Contains(text, StringComparison.Ordinal) ? 1 : 0;
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return count;
    }
}
