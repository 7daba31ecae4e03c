using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.Processes;

[Trait("Category", "Process")]
public sealed class MachineCommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tickstack-").FullName;
    private readonly MachineCommands commands = new(new ChildProcesses());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Arguments_arrive_unharmed_and_output_is_kept_apart_from_errors()
    {
        var result = await RunAsync(new Command("/bin/sh", "-c", "printf '%s|' \"$@\"; echo oops >&2; exit 3", "sh", "a b", "$HOME", "\"q\"", ""));

        result.ShouldBe(new CommandResult(3, "a b|$HOME|\"q\"||\n", "oops\n"));
    }

    [Fact]
    public async Task Variables_are_added_and_unset()
    {
        Environment.SetEnvironmentVariable("TICKSTACK_TEST", "inherited");
        var variables = new Dictionary<string, string?> { ["TICKSTACK_TEST"] = null, ["TICKSTACK_OTHER"] = "added" };

        (await RunAsync(Shell("echo ${TICKSTACK_TEST-unset} $TICKSTACK_OTHER") with { Variables = variables })).Output.ShouldBe("unset added\n");
    }

    [Fact]
    public async Task The_log_takes_output_and_errors_of_one_command_after_the_other()
    {
        var log = Path.Combine(folder, "a.log");

        await RunAsync(Shell("echo out; echo err >&2") with { Log = log });
        await RunAsync(Shell("echo again") with { Log = log });

        File.ReadAllLines(log).ShouldBe(["out", "err", "again"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_missing_program_is_a_result() =>
        (await RunAsync(new Command("tickstack-no-such-program"))).ExitCode.ShouldBe(CommandResult.NotFound);

    [Fact]
    public async Task A_file_that_is_no_program_is_a_result_that_says_so()
    {
        var empty = Path.Combine(folder, "terraform");
        File.WriteAllText(empty, "");
        await RunAsync(new Command("chmod", "+x", empty));

        var result = await RunAsync(new Command(empty));

        result.ExitCode.ShouldBe(CommandResult.NotFound);
        result.Error.ShouldContain("Exec format error");
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_ended_with_its_children()
    {
        var pid = Path.Combine(folder, "pid");

        var result = await RunAsync(Shell($"sleep 60 & echo $! > {pid}; wait") with { Timeout = TimeSpan.FromSeconds(1) });

        result.ExitCode.ShouldBe(CommandResult.TimedOut);
        (await IsRunningAsync(pid)).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_ends_a_command_with_its_children_and_is_no_result()
    {
        var pid = Path.Combine(folder, "pid");
        using var cancellation = new CancellationTokenSource();
        var running = commands.RunAsync(Shell($"sleep 60 & echo $! > {pid}; wait"), cancellation.Token);
        while (!File.Exists(pid) || new FileInfo(pid).Length == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        (await IsRunningAsync(pid)).ShouldBeFalse();
    }

    private static Command Shell(string script) => new("/bin/sh", "-c", script);

    private Task<CommandResult> RunAsync(Command command) => commands.RunAsync(command, TestContext.Current.CancellationToken);

    // A process that was ended may still be on its way out.
    private async Task<bool> IsRunningAsync(string pidFile)
    {
        var check = $"for i in $(seq 100); do case $(cut -d' ' -f3 /proc/$(cat {pidFile})/stat 2>/dev/null) in ''|Z) exit 1;; esac; sleep 0.05; done";
        return (await RunAsync(Shell(check))).Succeeded;
    }
}
