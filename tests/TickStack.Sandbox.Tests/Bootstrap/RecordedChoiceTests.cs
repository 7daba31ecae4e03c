namespace TickStack.Sandbox.Tests.Bootstrap;

/// <summary>What an IDE and a plain dotnet build take: MSBuild itself reads what build.sh has recorded.</summary>
[Trait("Category", "Process")]
public sealed class RecordedChoiceTests : IDisposable
{
    private const string Project = "build/TickStack.Build/TickStack.Build.csproj";

    private static readonly string[] Properties = ["PackageSource", "ArtifactsPath", "NuGetLockFilePath", "OutputPath"];

    private readonly BootstrapTree tree = new();

    public RecordedChoiceTests() => tree.Adopt("global.json", "Directory.Build.props");

    [Theory]
    [MemberData(nameof(Records.All), MemberType = typeof(Records))]
    public async Task A_plain_build_takes_the_recorded_packages_and_the_stand_ins_without_a_choice(string record, string? choice)
    {
        tree.Write(".build/packages", record);

        (await tree.Evaluate("Directory.Build.props", Properties))["PackageSource"].ShouldBe(choice ?? "compat");
    }

    [Fact]
    public async Task A_plain_build_takes_the_stand_ins_without_a_record() =>
        (await tree.Evaluate("Directory.Build.props", Properties))["PackageSource"].ShouldBe("compat");

    [Fact]
    public async Task A_folder_in_the_place_of_the_record_counts_as_none()
    {
        Directory.CreateDirectory(Path.Combine(tree.Root, ".build/packages"));

        (await tree.Evaluate("Directory.Build.props", Properties))["PackageSource"].ShouldBe("compat");
    }

    [Fact]
    public async Task What_build_sh_records_is_what_a_plain_build_takes_artifacts_and_locks_included()
    {
        tree.Unanswer("feed-restore-error");
        await tree.Run();
        tree.Write(Project, """<Project Sdk="Microsoft.NET.Sdk" />""");

        var feed = await tree.Evaluate(Project, Properties);
        await tree.Run("--packages=compat");
        var compat = await tree.Evaluate(Project, Properties);

        feed["PackageSource"].ShouldBe("feed");
        feed["ArtifactsPath"].ShouldEndWith("/.build/feed");
        feed["OutputPath"].ShouldContain("/.build/feed/bin/TickStack.Build/debug");
        feed["NuGetLockFilePath"].ShouldEndWith("/.build/feed/locks/TickStack.Build.lock.json");
        compat["PackageSource"].ShouldBe("compat");
        compat["ArtifactsPath"].ShouldEndWith("/.build");
        compat["OutputPath"].ShouldContain("/.build/bin/TickStack.Build/debug");
        compat["NuGetLockFilePath"].ShouldEndWith("/build/TickStack.Build/packages.compat.lock.json");
    }

    [Theory]
    [InlineData("feed", "compat")]
    [InlineData("compat", "feed")]
    public async Task Packages_that_are_asked_for_win_over_the_recorded_ones(string recorded, string asked)
    {
        tree.Write(".build/packages", $"{recorded}\n");

        var asProperty = await tree.Evaluate("Directory.Build.props", Properties, $"-p:PackageSource={asked}");
        var asVariable = await tree.Evaluate("Directory.Build.props", Properties, new Dictionary<string, string?> { ["PackageSource"] = asked });

        asProperty["PackageSource"].ShouldBe(asked);
        asVariable["PackageSource"].ShouldBe(asked);
    }

    [Theory]
    [InlineData("/some/folder")]
    [InlineData("/some/folder/")]
    public async Task The_engine_is_found_below_a_package_root_with_and_without_a_slash_at_its_end(string root)
    {
        tree.Adopt("build/compat/Cake.props");
        tree.Write("engine.proj", """
            <Project>
              <Import Project="Directory.Build.props" />
              <Import Project="build/compat/Cake.props" />
            </Project>
            """);

        var properties = await tree.Evaluate("engine.proj", ["CakeToolPath", "CakeVersion"], $"-p:NuGetPackageRoot={root}");

        properties["CakeToolPath"].ShouldBe($"/some/folder/cake.tool/{properties["CakeVersion"]}/tools/net10.0/any/");
    }

    public void Dispose() => tree.Dispose();
}
