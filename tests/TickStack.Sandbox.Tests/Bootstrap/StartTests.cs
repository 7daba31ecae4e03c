namespace TickStack.Sandbox.Tests.Bootstrap;

[Trait("Category", "Process")]
public sealed class StartTests : IDisposable
{
    private readonly BootstrapTree _tree = new();

    [Fact]
    public async Task Every_argument_reaches_the_host_unharmed()
    {
        string[] arguments = ["--target=Deploy", "two words", "", "it's", "\"quoted\"", "$HOME", "`id`", "*", "a\\b", "--", "-n", "line\nbreak", "%s"];

        await _tree.Run(arguments);

        _tree.Arguments.ShouldBe(arguments);
    }

    [Fact]
    public async Task Options_of_the_bootstrap_are_taken_out()
    {
        await _tree.Run("--target=Deploy", "--packages=compat", "--install-sdk", "--environment=sandbox");

        _tree.Arguments.ShouldBe(["--target=Deploy", "--environment=sandbox"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(130)]
    public async Task The_exit_code_is_the_hosts(int exitCode)
    {
        _tree.Answer("exit-code", $"{exitCode}");

        var result = await _tree.Run();

        result.ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public async Task The_host_starts_in_the_callers_directory_even_through_a_symbolic_link()
    {
        var elsewhere = Directory.CreateTempSubdirectory("else where-");
        var link = Path.Combine(elsewhere.FullName, "start");
        File.CreateSymbolicLink(link, Path.GetRelativePath(elsewhere.ResolveLinkTarget(true)?.FullName ?? elsewhere.FullName, _tree.Script));

        var result = await _tree.RunAs(link, elsewhere.FullName, "--tree");

        result.ExitCode.ShouldBe(0, result.Error);
        _tree.HostDirectory.ShouldBe(elsewhere.FullName);
        _tree.Host.ShouldBe(Path.Combine(_tree.Root, ".build/bin/TickStack.Build/release/TickStack.Build.dll"));
        elsewhere.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/gone/dotnet\n")]
    [InlineData("")]
    public async Task Another_sdk_is_looked_for_when_the_recorded_one_is_gone(string recorded)
    {
        await _tree.Run("--packages=compat");
        _tree.Write(".build/sdk", recorded);

        var result = await _tree.Run();

        result.ExitCode.ShouldBe(0, result.Error);
        _tree.Compilations.ShouldBe(["compat"]);
    }

    [Fact]
    public async Task A_missing_sdk_is_named_with_its_remedy()
    {
        _tree.Answer("no-sdk", "");

        var result = await _tree.Run();

        result.ExitCode.ShouldBe(3);
        result.Error.ShouldContain("no .NET 10 SDK was found");
        result.Error.ShouldContain("--install-sdk");
        _tree.Compilations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_sdk_is_fetched_with_the_official_script_when_asked_for()
    {
        _tree.Answer("no-sdk", "");
        _tree.Answer("installer", """
            while [ $# -gt 0 ]; do [ "$1" = --install-dir ] && into=$2; shift; done
            mkdir -p "$into"
            sed 's/no-sdk/nothing/' "$FAKE/dotnet" >"$into/dotnet"
            chmod +x "$into/dotnet"
            """);
        _tree.Tool("curl", """
            #!/bin/sh
            echo "$*" >"$FAKE/url"
            while [ $# -gt 1 ]; do shift; done
            cp "$FAKE/installer" "$1"
            """);

        var result = await _tree.Run("--install-sdk", "--tree");

        result.ExitCode.ShouldBe(0, result.Error);
        _tree.Recorded("url").ShouldContain("https://dot.net/v1/dotnet-install.sh");
        _tree.Arguments.ShouldBe(["--tree"]);
    }

    public void Dispose() => _tree.Dispose();
}
