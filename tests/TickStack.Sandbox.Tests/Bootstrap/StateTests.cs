namespace TickStack.Sandbox.Tests.Bootstrap;

/// <summary>What else may lie in .build in the place of a file of build.sh.</summary>
[Trait("Category", "Process")]
public sealed class StateTests : IDisposable
{
    private readonly BootstrapTree tree = new();

    [Theory]
    [InlineData("packages")]
    [InlineData("packages.new")]
    [InlineData("sdk")]
    [InlineData("sdk.new")]
    [InlineData("compat.log")]
    [InlineData("compat.sources")]
    [InlineData("feed.sources.new")]
    public async Task A_folder_in_the_way_is_named_and_nothing_is_compiled_or_put_into_it(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(tree.Root, ".build", name));

        foreach (string[] options in new string[][] { [], ["--packages=compat"] })
        {
            var result = await tree.Run(options);

            result.ExitCode.ShouldBe(3);
            result.Error.ShouldBe($"error: {folder.FullName} is a folder, where a file belongs\n  → delete it\n");
        }

        folder.EnumerateFileSystemInfos().ShouldBeEmpty();
        tree.Restores.ShouldBeEmpty();
        folder.Delete();
        (await tree.Run()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_link_to_a_folder_is_a_folder_in_the_way()
    {
        var folder = Directory.CreateDirectory(Path.Combine(tree.Root, "elsewhere"));
        Directory.CreateDirectory(Path.Combine(tree.Root, ".build"));
        File.CreateSymbolicLink(Path.Combine(tree.Root, ".build/packages"), folder.FullName);

        var result = await tree.Run();

        result.ExitCode.ShouldBe(3);
        folder.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("nowhere")]
    public async Task A_link_to_what_is_no_regular_file_counts_as_unset_and_is_replaced(string target)
    {
        Directory.CreateDirectory(Path.Combine(tree.Root, ".build"));
        foreach (var name in new[] { "packages", "sdk" })
        {
            File.CreateSymbolicLink(Path.Combine(tree.Root, ".build", name), target);
        }

        var result = await tree.Run();

        result.ExitCode.ShouldBe(0, result.Error);
        tree.Choice.ShouldBe("compat\n");
        new FileInfo(Path.Combine(tree.Root, ".build/packages")).LinkTarget.ShouldBeNull();
        (await tree.Run()).Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("packages")]
    [InlineData("sdk")]
    [InlineData("compat.sources")]
    public async Task Garbage_and_line_ends_of_Windows_end_in_a_start(string name)
    {
        await tree.Run("--packages=compat");
        foreach (var garbage in new[] { "", "\0\0\n", "compat\r\n", "\u0001\uFFFD*\n$(exit 9)`exit 9`\n" })
        {
            tree.Write($".build/{name}", garbage);

            var result = await tree.Run();
            var next = await tree.Run();

            result.ExitCode.ShouldBe(0, result.Error);
            next.Error.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Files_that_cannot_be_read_or_written_are_replaced()
    {
        await tree.Run();
        foreach (var name in new[] { "packages", "sdk", "compat.sources", "compat.log", "feed.log" })
        {
            tree.SetMode($".build/{name}", UnixFileMode.None);
        }

        var result = await tree.Run();
        var next = await tree.Run();

        result.ExitCode.ShouldBe(0, result.Error);
        next.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_killed_start_left_is_replaced_rather_than_written_through()
    {
        tree.Write("mine", "mine");
        foreach (var name in new[] { "packages.new", "sdk.new", "compat.started.new", "compat.sources.new", "compat.log" })
        {
            Directory.CreateDirectory(Path.Combine(tree.Root, ".build"));
            File.CreateSymbolicLink(Path.Combine(tree.Root, ".build", name), "../mine");
        }

        var result = await tree.Run();

        result.ExitCode.ShouldBe(0, result.Error);
        File.ReadAllText(Path.Combine(tree.Root, "mine")).ShouldBe("mine");
    }

    [Fact]
    public async Task A_failure_that_could_not_be_written_down_asks_for_room()
    {
        tree.Answer("compat-restore-error", "");

        var result = await tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(3);
        result.Error.ShouldEndWith(
            $"{tree.Root}/.build/compat.log does not say why\n  → make room on its disk, and see that it can be written\n");
    }

    [Fact]
    public async Task What_is_no_lock_is_named_rather_than_waited_for()
    {
        tree.Write(".build/lock", "");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain("/.build/lock is no lock of a start\n  → delete it");
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_state_folder_is_named()
    {
        tree.Write(".build", "");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(3);
        result.Error.ShouldBe($"error: {tree.Root}/.build cannot be written\n  → make it writable, or delete it\n");
    }

    [Fact]
    public async Task A_recorded_sdk_that_is_a_folder_is_looked_for_again()
    {
        await tree.Run();
        tree.Write(".build/sdk", tree.Root + "\n");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(0, result.Error);
    }

    public void Dispose() => tree.Dispose();
}
