namespace TickStack.Sandbox.Tests.Bootstrap;

[Trait("Category", "Process")]
public sealed class CompilationTests : IDisposable
{
    private readonly BootstrapTree tree = new();

    [Fact]
    public async Task A_second_start_compiles_nothing_and_says_nothing()
    {
        var first = await tree.Run("--packages=compat");
        var second = await tree.Run("--packages=compat");

        first.Error.ShouldContain("Compiling…");
        second.Error.ShouldBeEmpty();
        tree.Compilations.ShouldBe(["compat"]);
    }

    [Theory]
    [InlineData("build/TickStack.Build/Program.cs")]
    [InlineData("build/TickStack.Build/New.cs")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    public async Task A_new_or_changed_source_is_compiled_once(string file)
    {
        await tree.Run("--packages=compat");
        tree.Write(file, "// changed");

        await tree.Run("--packages=compat");
        await tree.Run("--packages=compat");

        tree.Compilations.ShouldBe(["compat", "compat"]);
    }

    [Fact]
    public async Task A_deleted_source_is_noticed()
    {
        await tree.Run("--packages=compat");
        tree.Delete("build/TickStack.Build/Old.cs");

        await tree.Run("--packages=compat");

        tree.Compilations.ShouldBe(["compat", "compat"]);
    }

    [Theory]
    [InlineData("build/environments/sandbox.json")]
    [InlineData("build/TickStack.Build/packages.compat.lock.json")]
    [InlineData("images/telegraf/telegraf.conf")]
    public async Task What_is_read_at_run_time_is_no_source(string file)
    {
        await tree.Run("--packages=compat");
        tree.Write(file, "changed");

        await tree.Run("--packages=compat");

        tree.Compilations.ShouldBe(["compat"]);
    }

    [Fact]
    public async Task What_fails_to_compile_is_shown_and_tried_again()
    {
        tree.Answer("compat-error", "Program.cs(1,1): error CS1002: ; expected");

        var result = await tree.Run("--packages=compat");
        tree.Unanswer("compat-error");
        var again = await tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("error CS1002: ; expected");
        again.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("TickStack.Build.dll")]
    [InlineData("TickStack.Build.runtimeconfig.json")]
    [InlineData("YamlDotNet.dll")]
    public async Task A_file_of_the_host_that_is_cut_off_or_missing_is_compiled_again(string name)
    {
        var file = $".build/bin/TickStack.Build/release/{name}";
        await tree.Run("--packages=compat");

        tree.Write(file, "");
        await tree.Run();
        tree.Delete(file);
        await tree.Run();
        var next = await tree.Run();

        next.Error.ShouldBeEmpty();
        tree.Compilations.ShouldBe(["compat", "compat", "compat"]);
    }

    [Fact]
    public async Task Two_starts_at_once_compile_once()
    {
        tree.Answer("slow", "");

        var results = await Task.WhenAll(tree.Run("--packages=compat"), tree.Run("--packages=compat"));

        results.ShouldAllBe(result => result.ExitCode == 0);
        tree.Compilations.ShouldBe(["compat"]);
    }

    [Fact]
    public async Task A_lock_whose_owner_is_gone_does_not_hold_up_a_start()
    {
        Directory.CreateDirectory(Path.Combine(tree.Root, ".build"));
        File.CreateSymbolicLink(Path.Combine(tree.Root, ".build/lock"), $"{int.MaxValue}");

        var result = await tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(0, result.Error);
    }

    public void Dispose() => tree.Dispose();
}
