using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public class EngineProbeTests
{
    [Theory]
    [InlineData("unix:///var/run/docker.sock", true)]
    [InlineData("tcp://127.0.0.1:2375", true)]
    [InlineData("tcp://localhost:2375", true)]
    [InlineData("tcp://10.0.0.1:2376", false)]
    [InlineData("ssh://builder@example.com", false)]
    [InlineData("", false)]
    public void Only_an_engine_on_this_machine_can_push_to_its_loopback_address(string host, bool local) => EngineProbe.IsLocal(host).ShouldBe(local);

    [Fact]
    public async Task The_host_variable_goes_before_the_context()
    {
        var probe = new EngineProbe(new ScriptedCommands().On("docker context inspect", output: "unix:///var/run/docker.sock\n"));

        (await probe.HostAsync(Engine.Users, new Dictionary<string, string>(), TestContext.Current.CancellationToken)).ShouldBe("unix:///var/run/docker.sock");
        (await probe.HostAsync(Engine.Users, new Dictionary<string, string> { ["DOCKER_HOST"] = "tcp://b" }, TestContext.Current.CancellationToken))
            .ShouldBe("tcp://b");
    }

    [Fact]
    public void The_sandboxs_engine_is_reached_past_the_users_context_and_certificates()
    {
        var docker = Engine.At("unix:///s", "note").Docker("info");

        docker.Variables["DOCKER_HOST"].ShouldBe("unix:///s");
        docker.Variables.Where(variable => variable.Value is null).Select(variable => variable.Key)
            .ShouldBe(["DOCKER_CONTEXT", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"]);
    }
}
