using System.Net;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Sandbox;

namespace TickStack.Sandbox.Tests.Sandbox;

[Trait("Category", "Sandbox")]
public sealed class OpenSandboxTests(OpenSandbox sandbox) : IClassFixture<OpenSandbox>
{
    private readonly SandboxTree tree = sandbox.Tree;
    private readonly CloudSession session = sandbox.Session;

    [Fact]
    public async Task The_emulator_and_the_registry_answer_after_the_first_opening()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        (await http.GetAsync(new Uri($"{Endpoint}/tickstack/ready"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync(new Uri($"http://{Ports.RegistryHost}/v2/"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized);
        session.Notes.ShouldContain(note => note.Contains("emulated by moto", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pushed_image_appears_in_the_emulated_ecr_with_its_digest()
    {
        using var ecr = new EmulatedEcr(session);
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
        (await DockerAsync("tag", SandboxEngine.Base, image)).Succeeded.ShouldBeTrue();

        var push = await DockerAsync("push", image);
        await DockerAsync("rmi", image);

        push.Succeeded.ShouldBeFalse();
        push.Error.ShouldContain("no basic auth credentials");
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        var (emulator, registry, ports) = (tree.Process("emulator"), tree.Process("registry"), Ports);

        var again = await tree.OpenAsync();

        (tree.Process("emulator"), tree.Process("registry"), Ports).ShouldBe((emulator, registry, ports));
        again.Variables.ShouldBe(session.Variables, ignoreOrder: true);
        tree.Report.Steps.ShouldBeEmpty();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_password_is_in_no_command_line_and_only_its_owner_can_read_it()
    {
        var file = Path.Combine(tree.Folder.Path, "registry-auth", "password");
        var password = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await Machine.RunningWithAsync(password)).ShouldBe(0);
        Directory.EnumerateFiles(Path.Combine(tree.Folder.Path, "logs")).ShouldAllBe(log => !File.ReadAllText(log).Contains(password));
    }

    private string Endpoint => session.Variables["AWS_ENDPOINT_URL"]!;

    private SandboxPorts Ports => new PortFile(tree.Folder).Read()!;

    private async Task<CommandResult> PushAsync(EmulatedEcr ecr, string image)
    {
        var token = (string)(await ecr.CallAsync("GetAuthorizationToken", []))["authorizationData"]![0]!["authorizationToken"]!;
        Encoding.UTF8.GetString(Convert.FromBase64String(token)).ShouldStartWith("AWS:");
        var config = Directory.CreateDirectory(Path.Combine(tree.Root, "docker")).FullName;
        var auths = new JsonObject { ["auths"] = new JsonObject { [Ports.RegistryHost] = new JsonObject { ["auth"] = token } } };
        await File.WriteAllTextAsync(Path.Combine(config, "config.json"), auths.ToJsonString(), TestContext.Current.CancellationToken);
        (await DockerAsync("tag", SandboxEngine.Base, image)).Succeeded.ShouldBeTrue();
        var push = await DockerAsync("--config", config, "push", image);
        await DockerAsync("rmi", image);
        return push;
    }

    private Task<CommandResult> DockerAsync(params string[] arguments) => tree.RunAsync(new Command("docker", arguments) { Variables = session.Variables });
}
