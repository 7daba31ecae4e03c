using System.Globalization;
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

    [Fact]
    public async Task It_writes_nothing_to_standard_output()
    {
        await using var emulator = await EmulatorProcess.StartAsync();

        await emulator.CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.ListClusters", new { });

        emulator.Log.ShouldNotContain("stdout:");
    }
}
