using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.Processes;

[Trait("Category", "Process")]
public sealed class DetachedProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("tickstack-").FullName;
    private readonly MachineCommands commands = new(new ChildProcesses());

    private string Log => Path.Combine(folder, "a.log");

    private DetachedProcess Detached => new(commands, Path.Combine(folder, "a.pid"), Log);

    private RunningProcesses Processes => new(commands, TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Detached.Running is { } process)
        {
            await Processes.EndAsync(process, Patience, CancellationToken.None);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_is_in_a_session_of_its_own_and_known_by_its_pid_file()
    {
        var process = await Detached.StartAsync(new Command("sleep", "60"), Token);

        Detached.Running.ShouldBe(process);
        (await Processes.IsRunningAsync(process, Token)).ShouldBeTrue();
        var session = (await File.ReadAllTextAsync($"/proc/{process.Pid}/stat", Token)).Split(' ')[5];
        session.ShouldBe($"{process.Pid}");
    }

    [Fact]
    public async Task It_holds_nothing_that_its_starter_has_open()
    {
        await using var open = File.Create(Path.Combine(folder, "open"));

        var process = await Detached.StartAsync(new Command("sleep", "60"), Token);

        Directory.EnumerateFiles($"/proc/{process.Pid}/fd").Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["0", "1", "2"]);
    }

    [Fact]
    public async Task Its_output_and_errors_go_to_the_log()
    {
        var process = await Detached.StartAsync(new Command("/bin/sh", "-c", "echo out; echo \"$0\" >&2", "a b"), Token);
        while (await Processes.IsRunningAsync(process, Token))
        {
            await Task.Delay(10, Token);
        }

        (await File.ReadAllLinesAsync(Log, Token)).ShouldBe(["out", "a b"]);
    }

    [Fact]
    public async Task Ending_it_returns_when_it_is_gone()
    {
        var process = await Detached.StartAsync(new Command("sleep", "60"), Token);

        (await Processes.EndAsync(process, Patience, Token)).ShouldBeTrue();

        (await Processes.IsRunningAsync(process, Token)).ShouldBeFalse();
        (await Processes.EndAsync(process, Patience, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_does_not_listen_is_ended_all_the_same()
    {
        var process = await Detached.StartAsync(new Command("/bin/sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"), Token);
        while (!File.Exists(Log) || !(await File.ReadAllTextAsync(Log, Token)).Contains("deaf", StringComparison.Ordinal))
        {
            await Task.Delay(10, Token);
        }

        (await Processes.EndAsync(process, TimeSpan.FromMilliseconds(200), Token)).ShouldBeTrue();

        (await Processes.IsRunningAsync(process, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_process_with_the_same_number_and_another_start_is_another_one()
    {
        var process = await Detached.StartAsync(new Command("sleep", "60"), Token);

        (await Processes.EndAsync(process with { StartedAt = "1" }, Patience, Token)).ShouldBeFalse();

        (await Processes.IsRunningAsync(process, Token)).ShouldBeTrue();
    }
}
