namespace TickStack.Sandbox.Tests.Bootstrap;

/// <summary>What the path of the checkout may hold. What is refused here was compiled by the real SDK, and failed.</summary>
[Trait("Category", "Process")]
public sealed class PathTests
{
    [Theory]
    [InlineData("a;b", "';'")]
    [InlineData("a:b", "':'")]
    [InlineData("a|b", "'|'")]
    [InlineData("a\"b", "'\"'")]
    [InlineData("a\\b", "'\\'")]
    [InlineData("a*b", "'*'")]
    [InlineData("a?b", "'?'")]
    [InlineData("a@(b)", "'@('")]
    [InlineData("a%41b", "'%' before two hexadecimal digits")]
    [InlineData("a\nb", "a line break")]
    [InlineData("ab\n", "a line break")]
    public async Task What_cannot_be_compiled_in_is_refused_before_anything_is_written(string folder, string named)
    {
        using var tree = new BootstrapTree(folder);

        var result = await tree.Run("--packages=compat");

        result.ExitCode.ShouldBe(3);
        result.Error.ShouldBe($"error: the build host cannot be compiled in {tree.Root}: its path holds {named}\n  → move the checkout\n");
        Directory.Exists(Path.Combine(tree.Root, ".build")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("it's $HOME $(x) #1 & (y), a=b 100%z <ü> [k] `l` {m} !n ~o @p")]
    [InlineData("-a")]
    public async Task Everything_else_starts_and_starts_again_without_compiling(string folder)
    {
        using var tree = new BootstrapTree(folder);

        var first = await tree.Run("--packages=compat", "--tree");
        var second = await tree.Run("--tree");

        first.ExitCode.ShouldBe(0, first.Error);
        second.Error.ShouldBeEmpty();
        tree.Host.ShouldStartWith(tree.Root);
    }

    [Fact]
    public async Task The_real_sdk_takes_a_quote_in_all_that_refers_to_the_checkout()
    {
        using var tree = new BootstrapTree("it's $HOME & (y) #1");
        tree.CompileForReal("""<ProjectReference Include="../Words/Words.csproj" />""");
        tree.Write("build/Words/Words.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        tree.Write("build/Words/Greeting.cs", "namespace Words;\n\npublic static class Greeting\n{\n    public static string Text => \"hello\";\n}\n");
        tree.Write("build/TickStack.Build/Old.cs", "Console.WriteLine(Words.Greeting.Text);\n");
        tree.Delete("build/TickStack.Build/Program.cs");

        var result = await tree.Run("--packages=compat");

        result.Output.ShouldBe("hello\n", result.Error);
    }
}
