namespace TickStack.Sandbox.Tests.Bootstrap;

[Trait("Category", "Process")]
public sealed class StartTests : IDisposable
{
    private readonly BootstrapTree tree = new();

    [Fact]
    public async Task Every_argument_reaches_the_host_unharmed()
    {
        string[] arguments = ["--target=Deploy", "two words", "", "it's", "\"quoted\"", "$HOME", "`id`", "*", "a\\b", "--", "-n", "line\nbreak", "%s"];

        await tree.Run(arguments);

        tree.Arguments.ShouldBe(arguments);
    }

    [Fact]
    public async Task Options_of_the_bootstrap_are_taken_out()
    {
        await tree.Run("--target=Deploy", "--packages=compat", "--install-sdk", "--environment=sandbox");

        tree.Arguments.ShouldBe(["--target=Deploy", "--environment=sandbox"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(130)]
    public async Task The_exit_code_is_the_hosts(int exitCode)
    {
        tree.Answer("exit-code", $"{exitCode}");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public async Task The_host_starts_in_the_callers_directory_even_through_a_symbolic_link()
    {
        var elsewhere = Directory.CreateTempSubdirectory("else where-");
        var link = Path.Combine(elsewhere.FullName, "start");
        File.CreateSymbolicLink(link, Path.GetRelativePath(elsewhere.ResolveLinkTarget(true)?.FullName ?? elsewhere.FullName, tree.Script));

        var result = await tree.RunAs(link, elsewhere.FullName, "--tree");

        result.ExitCode.ShouldBe(0, result.Error);
        tree.HostDirectory.ShouldBe(elsewhere.FullName);
        tree.Host.ShouldBe(Path.Combine(tree.Root, ".build/bin/TickStack.Build/release/TickStack.Build.dll"));
        elsewhere.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/gone/dotnet\n")]
    [InlineData("")]
    public async Task Another_sdk_is_looked_for_when_the_recorded_one_is_gone(string recorded)
    {
        await tree.Run("--packages=compat");
        tree.Write(".build/sdk", recorded);

        var result = await tree.Run();

        result.ExitCode.ShouldBe(0, result.Error);
        tree.Compilations.ShouldBe(["compat"]);
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0002\0\u0001", "a program for another architecture")]
    public async Task Another_sdk_is_looked_for_when_the_recorded_one_is_no_program(string content, string what)
    {
        await tree.Run("--packages=compat");
        tree.Write("sdk/dotnet", content);
        tree.SetMode("sdk/dotnet", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        tree.Write(".build/sdk", $"{tree.Root}/sdk/dotnet\n{tree.Runtime}\n");

        var result = await tree.Run();
        var next = await tree.Run();

        result.ExitCode.ShouldBe(0, $"{what}: {result.Error}");
        next.Error.ShouldBeEmpty();
        tree.Compilations.ShouldBe(["compat"]);
    }

    [Fact]
    public async Task A_recorded_sdk_whose_runtime_is_gone_is_looked_for_again()
    {
        await tree.Run("--packages=compat");
        Directory.Move(tree.Runtime, tree.Runtime + ".moved");
        var gone = await tree.Run();
        Directory.Move(tree.Runtime + ".moved", tree.Runtime);
        Directory.Delete(tree.HostResolver);
        var broken = await tree.Run();
        Directory.CreateDirectory(tree.HostResolver);
        var back = await tree.Run();

        gone.ExitCode.ShouldBe(3);
        gone.Error.ShouldContain("no .NET 10 SDK was found");
        broken.ExitCode.ShouldBe(3);
        back.ExitCode.ShouldBe(0, back.Error);
    }

    [Fact]
    public async Task A_missing_sdk_is_named_with_its_remedy()
    {
        tree.Answer("no-sdk", "");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain("no .NET 10 SDK was found");
        result.Error.ShouldContain("--install-sdk");
        tree.Compilations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_sdk_is_fetched_with_the_official_script_when_asked_for()
    {
        tree.Answer("no-sdk", "");
        tree.Answer("installer", """
            while [ $# -gt 0 ]; do [ "$1" = --install-dir ] && into=$2; shift; done
            mkdir -p "$into"
            sed 's/no-sdk/nothing/' "$FAKE/dotnet" >"$into/dotnet"
            chmod +x "$into/dotnet"
            """);
        tree.Tool("curl", """
            #!/bin/sh
            echo "$*" >"$FAKE/url"
            while [ $# -gt 1 ]; do shift; done
            cp "$FAKE/installer" "$1"
            """);

        var result = await tree.Run("--install-sdk", "--tree");

        result.ExitCode.ShouldBe(0, result.Error);
        tree.Recorded("url").ShouldContain("https://dot.net/v1/dotnet-install.sh");
        tree.Arguments.ShouldBe(["--tree"]);
    }

    public void Dispose() => tree.Dispose();
}
