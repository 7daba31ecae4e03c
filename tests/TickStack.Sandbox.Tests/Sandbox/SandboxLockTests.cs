using System.Diagnostics;
using TickStack.Build.Processes;
using TickStack.Build.Sandbox;

namespace TickStack.Sandbox.Tests.Sandbox;

[Trait("Category", "Sandbox")]
public sealed class SandboxLockTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tickstack-").FullName;
    private readonly SilentReport report = new();

    private SandboxLock Lock =>
        new(Path.Combine(folder, "lock"), new RunningProcesses(new MachineCommands(new ChildProcesses()), TimeProvider.System), report, TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_free_lock_is_taken_without_a_word()
    {
        using (await Lock.TakeAsync(Token))
        {
        }

        using var again = await Lock.TakeAsync(Token);

        report.Steps.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_second_waits_for_the_first_and_says_for_whom()
    {
        var first = await Lock.TakeAsync(Token);
        var second = Lock.TakeAsync(Token);
        while (report.Steps.Count == 0)
        {
            await Task.Delay(10, Token);
        }

        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();

        report.Steps.ShouldHaveSingleItem().ShouldContain($"process {Environment.ProcessId}");
    }

    // A program that runs cannot be opened for writing, whoever asks; a read-only disk says the like.
    [Fact]
    public async Task A_file_that_cannot_be_a_lock_is_not_waited_for()
    {
        File.Copy("/bin/sleep", Path.Combine(folder, "lock"));
        using var program = Process.Start(Path.Combine(folder, "lock"), "60");

        var failure = await Should.ThrowAsync<IOException>(() => Lock.TakeAsync(Token));

        program.Kill();
        failure.Message.ShouldContain(Path.Combine(folder, "lock"));
        report.Steps.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var first = await Lock.TakeAsync(Token);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Should.ThrowAsync<OperationCanceledException>(() => Lock.TakeAsync(cancellation.Token));
    }
}
