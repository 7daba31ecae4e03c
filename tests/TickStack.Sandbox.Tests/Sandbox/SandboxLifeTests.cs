using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Sandbox;
using TickStack.Failures;

namespace TickStack.Sandbox.Tests.Sandbox;

/// <summary>How a sandbox starts, ends and starts again: each test has one of its own.</summary>
[Trait("Category", "Sandbox")]
public sealed class SandboxLifeTests(SandboxEngine engine) : IAsyncLifetime
{
    private readonly SandboxTree tree = new(engine);

    private CloudSession session = CloudSession.Unchanged;

    private string Endpoint => session.Variables["AWS_ENDPOINT_URL"]!;

    public async ValueTask InitializeAsync() => session = await tree.OpenAsync();

    public ValueTask DisposeAsync() => tree.DisposeAsync();

    [Fact]
    public async Task Two_hosts_at_once_set_up_one_sandbox()
    {
        await tree.Cloud().StopAsync(TestContext.Current.CancellationToken);

        await Task.WhenAll(tree.OpenAsync(), tree.OpenAsync());

        (await tree.IsRunningAsync(tree.Process("emulator"))).ShouldBeTrue();
        (await Machine.RunningWithAsync($"-p\0{new PortFile(tree.Folder).Read()!.Emulator}\0")).ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_emulator_is_started_again_at_the_same_address()
    {
        var killed = tree.Process("emulator");
        await tree.RunAsync(new Command("/bin/sh", "-c", $"kill -9 {killed.Pid}"));

        var again = await tree.OpenAsync();

        tree.Process("emulator").ShouldNotBe(killed);
        again.Variables["AWS_ENDPOINT_URL"].ShouldBe(Endpoint);
        again.Notes.ShouldContain(note => note.Contains("started just now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopping_ends_what_was_started_and_says_so()
    {
        var (emulator, registry) = (tree.Process("emulator"), tree.Process("registry"));

        var ended = await tree.Cloud().StopAsync(TestContext.Current.CancellationToken);

        ended.ShouldBe(["image registry", "AWS emulator"]);
        (await tree.IsRunningAsync(emulator)).ShouldBeFalse();
        (await tree.IsRunningAsync(registry)).ShouldBeFalse();
        (await tree.Cloud().StopAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_addresses_outlive_a_stop()
    {
        await tree.Cloud().StopAsync(TestContext.Current.CancellationToken);

        (await tree.OpenAsync()).Variables["AWS_ENDPOINT_URL"].ShouldBe(Endpoint);
    }

    [Fact]
    public async Task An_emulator_whose_identity_is_lost_is_named_and_left_alone()
    {
        var emulator = tree.Process("emulator");
        await File.WriteAllTextAsync(tree.Folder.PidFile("emulator"), "", TestContext.Current.CancellationToken);

        var refused = await Should.ThrowAsync<FailureException>(() => tree.Cloud().OpenAsync(TestContext.Current.CancellationToken));

        refused.ExitCode.ShouldBe(ExitCode.Unavailable);
        refused.Message.ShouldContain($"runs as process {emulator.Pid}, but {tree.Folder.PidFile("emulator")} does not say so. Nothing was started.");
        await File.WriteAllTextAsync(tree.Folder.PidFile("emulator"), $"{emulator}", TestContext.Current.CancellationToken);
        (await tree.OpenAsync()).Variables["AWS_ENDPOINT_URL"].ShouldBe(Endpoint);
        tree.Process("emulator").ShouldBe(emulator);
    }

    [Fact]
    public async Task A_process_that_took_the_number_of_ours_is_left_alone()
    {
        await tree.Cloud().StopAsync(TestContext.Current.CancellationToken);
        var stranger = await new RunningProcesses(new MachineCommands(new ChildProcesses()), TimeProvider.System)
            .CurrentAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(tree.Folder.PidFile("emulator"), $"{stranger.Pid} 1", TestContext.Current.CancellationToken);

        (await tree.Cloud().StopAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();

        (await tree.IsRunningAsync(stranger)).ShouldBeTrue();
    }
}
