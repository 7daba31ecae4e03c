namespace TickStack.Sandbox.Tests.Bootstrap;

/// <summary>Whose lock is waited for, and whose is taken. .build/lock is a link to "PID MACHINE START".</summary>
[Trait("Category", "Process")]
public sealed class LockTests : IDisposable
{
    private readonly BootstrapTree tree = new();

    public LockTests() =>
        // In place of a second of waiting the owner lets go, so that nothing waits for ever.
        tree.Tool("sleep", """
            #!/bin/sh
            cd "$FAKE/../a tree with spaces/.build" && readlink lock >>"$FAKE/waits"
            rm -f lock
            """);

    private string Link => Path.Combine(tree.Root, ".build/lock");

    [Theory]
    [InlineData("{own}")]
    [InlineData("{own} {machine} another-boot/1")]
    [InlineData("2147483647 {machine} another-boot/1")]
    [InlineData("no identity")]
    public async Task A_lock_that_no_living_start_holds_is_taken_at_once(string target)
    {
        await Lock(target);

        var result = await tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.ShouldNotContain("Waiting");
        tree.Compilations.ShouldBe(["compat"]);
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_lock_of_a_living_process_is_waited_for_whoever_owns_it()
    {
        await Lock("1 {machine} {boot}/{start}");

        var result = await tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.ShouldStartWith("Waiting for process 1, which compiles…\n");
        tree.Recorded("waits").ShouldStartWith("1 ");
    }

    [Fact]
    public async Task The_lock_of_another_machine_is_waited_for_and_the_remedy_named()
    {
        await Lock("123 elsewhere/pid:[1] another-boot/1");

        var result = await tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.ShouldStartWith($"Waiting for process 123, which compiles… It runs on elsewhere; if it is gone, delete {Link}\n");
        tree.Recorded("waits").ShouldStartWith("123 ");
    }

    [Fact]
    public async Task Many_starts_at_a_dead_lock_compile_once()
    {
        File.Delete(Path.Combine(tree.Root, "../bin/sleep"));
        tree.Answer("slow", "");
        await Lock("2147483647 {machine} another-boot/1");

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => tree.Run("--packages=compat")));

        results.ShouldAllBe(result => result.ExitCode == 0);
        tree.Compilations.ShouldBe(["compat"]);
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_leads_to_a_folder_is_no_lock()
    {
        await Lock(tree.Root);

        var result = await tree.Run();

        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain("/.build/lock is no lock of a start\n  → delete it");
    }

    public void Dispose() => tree.Dispose();

    private IEnumerable<string> Left() => Directory.EnumerateFileSystemEntries(Path.Combine(tree.Root, ".build"), "lock*");

    private async Task Lock(string target)
    {
        Directory.CreateDirectory(Path.Combine(tree.Root, ".build"));
        var process1 = await File.ReadAllTextAsync("/proc/1/stat", TestContext.Current.CancellationToken);
        var boot = await File.ReadAllTextAsync("/proc/sys/kernel/random/boot_id", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Link, target
            .Replace("{own}", $"{Environment.ProcessId}")
            .Replace("{machine}", $"{Environment.MachineName}/{new FileInfo("/proc/self/ns/pid").LinkTarget}")
            .Replace("{boot}", boot.Trim())
            .Replace("{start}", process1[(process1.LastIndexOf(')') + 2)..].Split(' ')[19]));
    }
}
