using System.Globalization;
using System.Net.Sockets;
using System.Text;
using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EmulatorProcessTests
{
    [Fact]
    public async Task Ready_names_the_process()
    {
        await using var emulator = await EmulatorProcess.StartAsync();

        var (_, body) = await emulator.GetAsync("/tickstack/ready");

        ((int)body["pid"]!).ShouldBe(emulator.ProcessId);
    }

    [Fact]
    public async Task It_survives_what_ends_the_command_that_started_it()
    {
        await using var emulator = await EmulatorProcess.StartAsync();

        foreach (var signal in (string[])["-INT", "-HUP"])
        {
            var kill = new Command("kill", signal, emulator.ProcessId.ToString(CultureInfo.InvariantCulture));
            (await new MachineCommands(new ChildProcesses()).RunAsync(kill, TestContext.Current.CancellationToken)).ExitCode.ShouldBe(0);
        }

        var (_, body) = await emulator.GetAsync("/tickstack/ready");
        ((int)body["pid"]!).ShouldBe(emulator.ProcessId);
    }

    [Fact]
    public async Task Its_log_names_the_calls_of_every_protocol()
    {
        await using var emulator = await EmulatorProcess.StartAsync();

        await emulator.CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.ListClusters", new { });
        await emulator.QueryAsync("ec2", "DescribeVpcs");

        emulator.Log.ShouldContain("\"ecs.ListClusters\" 200");
        emulator.Log.ShouldContain("\"ec2.DescribeVpcs\" 200");
    }

    // A client that gets the headers alone may hang up before the rest is there, and asks a second time for what was done.
    [Fact]
    public async Task An_answer_comes_in_one_piece()
    {
        await using var emulator = await EmulatorProcess.StartAsync();
        var request = $"GET /tickstack/ready HTTP/1.1\r\nHost: {emulator.Address.Authority}\r\n\r\n";

        for (var i = 0; i < 20; i++)
        {
            using var client = new TcpClient(emulator.Address.Host, emulator.Address.Port) { ReceiveTimeout = 10_000 };
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
            var piece = new byte[65536];
            var length = client.Client.Receive(piece);

            Encoding.ASCII.GetString(piece, 0, length).ShouldEndWith($"{{\"pid\": {emulator.ProcessId}}}");
        }
    }

    [Fact]
    public async Task It_writes_nothing_to_standard_output()
    {
        await using var emulator = await EmulatorProcess.StartAsync();

        await emulator.CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.ListClusters", new { });

        emulator.Log.ShouldNotContain("stdout:");
    }
}
