using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using TickStack.Build.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Sandbox;

public sealed class EngineSignsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Socket => Path.Combine(folder.Path, "docker.sock");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("99999999999")]
    public void Without_a_socket_and_a_process_an_engine_may_be_started(string? pidFile)
    {
        if (pidFile is not null)
        {
            folder.Write(EngineSigns.PidFile, pidFile);
        }

        EngineSigns.RequireNone(folder.Path);
    }

    [Fact]
    public void A_process_that_has_the_number_of_an_engine_that_ended_is_no_engine()
    {
        folder.Write(EngineSigns.PidFile, $"{Environment.ProcessId}\n");
        folder.Write("docker.sock");

        EngineSigns.RequireNone(folder.Path);
    }

    [Fact]
    public void A_socket_that_takes_a_connection_is_left_alone()
    {
        using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        engine.Bind(new UnixDomainSocketEndPoint(Socket));
        engine.Listen();

        var refused = Should.Throw<FailureException>(() => EngineSigns.RequireNone(folder.Path));

        refused.ExitCode.ShouldBe(ExitCode.Unavailable);
        refused.Message.ShouldContain($"A Docker engine lives at unix://{Socket}, but the docker command gets no answer from it. Nothing was started.");
        File.Exists(Socket).ShouldBeTrue();
    }

    [Fact]
    public void A_socket_that_nobody_listens_at_is_no_engine()
    {
        using (var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            engine.Bind(new UnixDomainSocketEndPoint(Socket));
        }

        EngineSigns.RequireNone(folder.Path);
    }

    [Fact]
    public void An_engine_that_lives_is_named_by_its_process()
    {
        var daemon = Path.Combine(folder.Path, "dockerd");
        File.Copy("/bin/sleep", daemon);
        using var engine = Process.Start(daemon, "60");
        folder.Write(EngineSigns.PidFile, engine.Id.ToString(CultureInfo.InvariantCulture));

        try
        {
            Should.Throw<FailureException>(() => EngineSigns.RequireNone(folder.Path)).Message.ShouldContain($"(kill {engine.Id})");
        }
        finally
        {
            engine.Kill();
            engine.WaitForExit(TimeSpan.FromSeconds(10)).ShouldBeTrue("the stand-in for the engine was to end");
        }
    }

    [Fact]
    public void Mounts_in_a_folder_are_found_from_the_inside_out() =>
        MountPoints.Below("/a b/docker", ["x /a\\040b/docker/one tmpfs", "x /a\\040b/docker/one/two overlay", "x /a\\040b/docker2 tmpfs", "x / ext4"])
            .ShouldBe(["/a b/docker/one/two", "/a b/docker/one"]);
}
