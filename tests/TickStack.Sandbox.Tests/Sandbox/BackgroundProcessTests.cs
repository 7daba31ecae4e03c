using TickStack.Build.Processes;
using TickStack.Build.Sandbox;
using TickStack.Failures;

namespace TickStack.Sandbox.Tests.Sandbox;

[Trait("Category", "Sandbox")]
public sealed class BackgroundProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Command Sleep = new("sleep", "60");

    private readonly SandboxFolder folder = SandboxFolder.Of(Directory.CreateTempSubdirectory("tickstack-").FullName);
    private readonly MachineCommands commands = new(new ChildProcesses());

    private BackgroundProcess Part => new("part", folder, commands, Processes, TimeProvider.System);

    private RunningProcesses Processes => new(commands, TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        folder.Make();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Part.EndAsync(CancellationToken.None);
        Directory.Delete(Path.GetDirectoryName(folder.Path)!, recursive: true);
    }

    [Fact]
    public async Task It_runs_as_what_it_was_started_from()
    {
        await Part.StartAsync(Sleep, "a", _ => Task.FromResult(true), Patience, Token);

        (await Part.IsRunningAsync("a", Token)).ShouldBeTrue();
        (await Part.IsRunningAsync("b", Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_start_ends_the_first_process()
    {
        await Part.StartAsync(Sleep, "a", _ => Task.FromResult(true), Patience, Token);
        var first = Identity;

        await Part.StartAsync(Sleep, "b", _ => Task.FromResult(true), Patience, Token);

        (await Processes.IsRunningAsync(first, Token)).ShouldBeFalse();
        (await Part.IsRunningAsync("b", Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_that_ends_at_once_is_a_failure_with_its_last_words()
    {
        var broken = new Command("/bin/sh", "-c", "echo starting; echo no such module >&2; exit 1");

        var failure = await Should.ThrowAsync<FailureException>(() => Part.StartAsync(broken, "a", _ => Task.FromResult(false), Patience, Token));

        failure.Problems.ShouldHaveSingleItem().Message.ShouldContain("no such module");
        failure.Problems[0].Remedy.ShouldNotBeNull().ShouldContain("part.log");
    }

    [Fact]
    public async Task A_program_that_is_missing_is_a_failure()
    {
        var missing = new Command("tickstack-no-such-program");

        var failure = await Should.ThrowAsync<FailureException>(() => Part.StartAsync(missing, "a", _ => Task.FromResult(false), Patience, Token));

        failure.Message.ShouldContain("not found");
    }

    [Fact]
    public async Task One_that_never_answers_is_ended()
    {
        await Should.ThrowAsync<FailureException>(() => Part.StartAsync(Sleep, "a", _ => Task.FromResult(false), TimeSpan.FromMilliseconds(200), Token));

        (await Part.IsRunningAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_that_was_cut_short_is_not_taken_for_a_finished_one()
    {
        using var cancellation = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => Part.StartAsync(Sleep, "a", CancelAsync, Patience, cancellation.Token));

        (await Part.IsRunningAsync(Token)).ShouldBeTrue();
        (await Part.IsRunningAsync("a", Token)).ShouldBeFalse();

        async Task<bool> CancelAsync(CancellationToken token)
        {
            await cancellation.CancelAsync();
            return false;
        }
    }

    private ProcessIdentity Identity => ProcessIdentity.Parse(File.ReadAllText(folder.PidFile("part")))!;
}
