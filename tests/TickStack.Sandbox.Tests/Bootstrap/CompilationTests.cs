namespace TickStack.Sandbox.Tests.Bootstrap;

[Trait("Category", "Process")]
public sealed class CompilationTests : IDisposable
{
    private readonly BootstrapTree _tree = new();

    [Fact]
    public async Task A_second_start_compiles_nothing_and_says_nothing()
    {
        var first = await _tree.Run("--packages=compat");
        var second = await _tree.Run("--packages=compat");

        first.Error.ShouldContain("Compiling…");
        second.Error.ShouldBeEmpty();
        _tree.Compilations.ShouldBe(["compat"]);
    }

    [Theory]
    [InlineData("build/TickStack.Build/Program.cs")]
    [InlineData("build/TickStack.Build/New.cs")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    public async Task A_new_or_changed_source_is_compiled_once(string file)
    {
        await _tree.Run("--packages=compat");
        _tree.Write(file, "// changed");

        await _tree.Run("--packages=compat");
        await _tree.Run("--packages=compat");

        _tree.Compilations.ShouldBe(["compat", "compat"]);
    }

    [Fact]
    public async Task A_deleted_source_is_noticed()
    {
        await _tree.Run("--packages=compat");
        _tree.Delete("build/TickStack.Build/Old.cs");

        await _tree.Run("--packages=compat");

        _tree.Compilations.ShouldBe(["compat", "compat"]);
    }

    [Theory]
    [InlineData("build/environments/sandbox.json")]
    [InlineData("build/TickStack.Build/packages.compat.lock.json")]
    [InlineData("images/telegraf/telegraf.conf")]
    public async Task What_is_read_at_run_time_is_no_source(string file)
    {
        await _tree.Run("--packages=compat");
        _tree.Write(file, "changed");

        await _tree.Run("--packages=compat");

        _tree.Compilations.ShouldBe(["compat"]);
    }

    [Fact]
    public async Task What_fails_to_compile_is_shown_and_tried_again()
    {
        _tree.Answer("compat-error", "Program.cs(1,1): error CS1002: ; expected");

        var result = await _tree.Run("--packages=compat");
        _tree.Unanswer("compat-error");
        var again = await _tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("error CS1002: ; expected");
        again.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Two_starts_at_once_compile_once()
    {
        _tree.Answer("slow", "");

        var results = await Task.WhenAll(_tree.Run("--packages=compat"), _tree.Run("--packages=compat"));

        results.ShouldAllBe(result => result.ExitCode == 0);
        _tree.Compilations.ShouldBe(["compat"]);
    }

    [Fact]
    public async Task A_lock_whose_owner_is_gone_does_not_hold_up_a_start()
    {
        Directory.CreateDirectory(Path.Combine(_tree.Root, ".build"));
        File.CreateSymbolicLink(Path.Combine(_tree.Root, ".build/lock"), $"{int.MaxValue}");

        var result = await _tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(0, result.Error);
    }

    public void Dispose() => _tree.Dispose();
}
