using TickStack.Failures;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>What the machine does not let be read or written is said last, with its path and what helps. None of these sets up a sandbox.</summary>
[Trait("Category", "Sandbox")]
public sealed class MachineTroubleTests : IDisposable
{
    private readonly StackTree tree = new();

    public void Dispose()
    {
        Directory.Delete(tree.PathOf(".sandbox"), recursive: true);
        tree.Dispose();
    }

    [Theory]
    [InlineData("logs")]
    [InlineData("run")]
    public async Task A_file_in_the_place_of_a_folder_is_named(string name)
    {
        Directory.CreateDirectory(tree.PathOf(".sandbox"));
        File.WriteAllText(tree.PathOf($".sandbox/{name}"), "");

        (await tree.RunAsync("--target=Start-Sandbox")).ShouldEndWith((int)ExitCode.Unavailable)
            .Output.TrimEnd().ShouldMatch($@"'{tree.PathOf($".sandbox/{name}")}'.*\r?\n  → See what stands there[^\n]*$");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_file_is_named()
    {
        Directory.CreateDirectory(tree.PathOf(".sandbox/lock"));

        (await tree.RunAsync("--target=Start-Sandbox")).ShouldEndWith((int)ExitCode.Unavailable)
            .Output.TrimEnd().ShouldMatch($@"'{tree.PathOf(".sandbox/lock")}'.*\r?\n  → See whose it is[^\n]*$");
    }

    // The device is a file that has no room, whoever writes.
    [Fact]
    public async Task A_disk_without_room_for_what_the_run_says_is_no_bug()
    {
        Directory.CreateDirectory(tree.PathOf(".sandbox/lock"));

        var run = await tree.StartBy(["sh", "-c", "exec \"$@\" >/dev/full", "sh"], "--target=Doctor").EndAsync();

        run.ShouldEndWith((int)ExitCode.Unavailable).Output.ShouldContain("Make room on its disk");
    }
}
