namespace TickStack.Sandbox.Tests.Bootstrap;

public sealed class PackageSourceTests : IDisposable
{
    private readonly BootstrapTree _tree = new();

    [Fact]
    public async Task Official_packages_that_restore_and_compile_are_preferred()
    {
        _tree.Unanswer("feed-error");

        var result = await _tree.Run();

        result.StandardError.ShouldContain("Packages: feed");
        _tree.Compilations.ShouldBe(["feed"]);
        _tree.Host.ShouldContain("/.build/feed/");
    }

    [Theory]
    [InlineData("error NU1101: Unable to find package Cake.Frosting.", "do not restore here")]
    [InlineData("error CS0117: 'ECS' does not contain a definition", "the host does not compile with them")]
    public async Task Otherwise_the_stand_ins_are_taken_and_one_line_says_why(string error, string reason)
    {
        _tree.Answer("feed-error", error);

        var result = await _tree.Run();

        result.ExitCode.ShouldBe(0);
        result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["Compiling…", result.StandardError.Split('\n')[1]]);
        result.StandardError.ShouldContain($"Packages: compat");
        result.StandardError.ShouldContain(reason);
        _tree.Compilations.ShouldBe(["feed", "compat"]);
    }

    [Fact]
    public async Task The_choice_is_remembered_when_a_source_changes()
    {
        await _tree.Run();
        _tree.Write("build/TickStack.Build/Program.cs", "// changed");

        var result = await _tree.Run();

        result.StandardError.Trim().ShouldBe("Compiling…");
        _tree.Compilations.ShouldBe(["feed", "compat", "compat"]);
    }

    [Theory]
    [InlineData("Directory.Packages.props")]
    [InlineData("build/compat/PackageSource.props")]
    [InlineData("nuget.config")]
    public async Task The_choice_is_made_anew_when_a_file_changes_that_it_hangs_on(string file)
    {
        await _tree.Run();
        _tree.Write(file, "<Project><!-- another version --></Project>");

        await _tree.Run();

        _tree.Compilations.ShouldBe(["feed", "compat", "feed", "compat"]);
    }

    [Fact]
    public async Task No_choice_is_remembered_when_the_host_compiles_with_neither()
    {
        _tree.Answer("compat-error", "error CS1002");
        _tree.Answer("feed-error", "error CS1002");
        await _tree.Run();
        _tree.Unanswer("compat-error");
        _tree.Unanswer("feed-error");

        var result = await _tree.Run();

        result.StandardError.ShouldContain("Packages: feed");
    }

    [Theory]
    [InlineData("feed")]
    [InlineData("compat")]
    public async Task Forced_packages_are_not_tried_first_and_not_remembered(string packages)
    {
        _tree.Unanswer("feed-error");

        await _tree.Run($"--packages={packages}");
        await _tree.Run();

        _tree.Compilations.ShouldBe([packages, "feed"]);
    }

    [Theory]
    [InlineData("--packages")]
    [InlineData("--packages=fed")]
    public async Task Anything_but_feed_and_compat_is_refused(string option)
    {
        var result = await _tree.Run(option);

        result.ExitCode.ShouldBe(64);
        result.StandardError.ShouldContain("use --packages=feed or --packages=compat");
    }

    public void Dispose() => _tree.Dispose();
}
