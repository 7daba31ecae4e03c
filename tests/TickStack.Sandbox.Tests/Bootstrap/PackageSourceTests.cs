using System.Text;

namespace TickStack.Sandbox.Tests.Bootstrap;

[Trait("Category", "Process")]
public sealed class PackageSourceTests : IDisposable
{
    private readonly BootstrapTree tree = new();

    public static TheoryData<string> WhatNamesPackages { get; } = ["Directory.Packages.props", "build/compat/PackageSource.props", "nuget.config"];

    [Fact]
    public async Task Official_packages_that_restore_and_compile_are_preferred()
    {
        tree.Unanswer("feed-restore-error");

        var result = await tree.Run();

        result.Error.ShouldContain("Packages: feed");
        tree.Restores.ShouldBe(["feed"]);
        tree.Compilations.ShouldBe(["feed"]);
        tree.Choice.ShouldBe("feed\n");
        tree.Host.ShouldContain("/.build/feed/");
    }

    [Theory]
    [InlineData("error NU1101: Unable to find package Cake.Frosting.")]
    [InlineData("error : The feed cannot be reached, and no code says so")]
    public async Task Stand_ins_are_taken_when_official_packages_do_not_restore_and_one_line_says_so(string error)
    {
        tree.Answer("feed-restore-error", error);

        var result = await tree.Run();

        result.ExitCode.ShouldBe(0);
        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["Compiling…", "Packages: compat (the official packages do not restore here: .build/feed.log; --packages=feed tries them again)"]);
        (await File.ReadAllTextAsync(Path.Combine(tree.Root, ".build/feed.log"), TestContext.Current.CancellationToken)).ShouldContain(error);
        tree.Restores.ShouldBe(["feed", "compat"]);
        tree.Compilations.ShouldBe(["compat"]);
        tree.Choice.ShouldBe("compat\n");
    }

    [Theory]
    [InlineData("error CS0117: 'ECS' does not contain a definition")]
    [InlineData("error CS0103: a compiler's message may name error NU1101 too")]
    public async Task A_host_that_does_not_compile_with_official_packages_names_the_remedy_last(string error)
    {
        tree.Unanswer("feed-restore-error");
        tree.Answer("feed-error", error + "\n");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(1);
        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([
            "Compiling…",
            error,
            "error: the official packages restore, but the build host does not compile with them",
            "  → the lines above say why; --packages=compat takes the stand-ins under build/compat instead, from then on",
        ]);
        tree.Restores.ShouldBe(["feed"]);
        tree.Compilations.ShouldBe(["feed"]);
        tree.Choice.ShouldBeNull();
    }

    [Fact]
    public async Task The_named_remedy_holds_for_later_starts_too()
    {
        tree.Unanswer("feed-restore-error");
        tree.Answer("feed-error", "error CS0117");
        await tree.Run();

        var remedy = await tree.Run("--packages=compat");
        tree.Write("build/TickStack.Build/Program.cs", "// changed");
        var later = await tree.Run();

        remedy.ExitCode.ShouldBe(0, remedy.Error);
        later.ExitCode.ShouldBe(0, later.Error);
        tree.Compilations.ShouldBe(["feed", "compat", "compat"]);
    }

    [Fact]
    public async Task What_restores_with_neither_is_an_error_that_shows_the_last_restore()
    {
        tree.Answer("compat-restore-error", "error NU1301: Unable to load the service index.\n");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(1);
        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([
            "Compiling…",
            "error NU1301: Unable to load the service index.",
            "error: the packages do not restore here",
            "  → the lines above say why",
        ]);
        tree.Compilations.ShouldBeEmpty();
        tree.Choice.ShouldBeNull();
    }

    [Fact]
    public async Task Recorded_official_packages_that_restore_no_more_are_an_error_and_stay_recorded()
    {
        tree.Unanswer("feed-restore-error");
        await tree.Run();
        var recorded = tree.Choice;
        tree.Answer("feed-restore-error", "error NU1301\n");
        tree.Write("build/TickStack.Build/Program.cs", "// changed");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("error: the official packages do not restore here\n");
        result.Error.TrimEnd().ShouldEndWith("--packages=compat takes the stand-ins under build/compat instead, from then on");
        tree.Compilations.ShouldBe(["feed"]);
        tree.Choice.ShouldBe(recorded);
    }

    [Fact]
    public async Task The_choice_is_remembered_when_a_source_changes()
    {
        await tree.Run();
        tree.Write("build/TickStack.Build/Program.cs", "// changed");

        var result = await tree.Run();

        result.Error.Trim().ShouldBe("Compiling…");
        tree.Restores.ShouldBe(["feed", "compat", "compat"]);
        tree.Compilations.ShouldBe(["compat", "compat"]);
    }

    [Theory]
    [MemberData(nameof(WhatNamesPackages))]
    public async Task Chosen_official_packages_that_no_longer_restore_are_an_error_until_they_do(string file)
    {
        tree.Unanswer("feed-restore-error");
        await tree.Run();
        tree.Write(file, "<Project><!-- another version --></Project>");
        tree.Answer("feed-restore-error", "error NU1301\n");

        var unreachable = await tree.Run();
        tree.Unanswer("feed-restore-error");
        var reachable = await tree.Run();

        unreachable.ExitCode.ShouldBe(1);
        unreachable.Error.TrimEnd().ShouldEndWith("--packages=compat takes the stand-ins under build/compat instead, from then on");
        reachable.ExitCode.ShouldBe(0, reachable.Error);
        tree.Compilations.ShouldBe(["feed", "feed"]);
        tree.Choice.ShouldBe("feed\n");
    }

    [Theory]
    [MemberData(nameof(WhatNamesPackages))]
    public async Task Stand_ins_that_were_asked_for_stay_whatever_has_changed(string file)
    {
        tree.Unanswer("feed-restore-error");
        tree.Answer("feed-error", "error CS0117");
        await tree.Run("--packages=compat");
        tree.Write(file, "<Project><!-- another version --></Project>");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.Trim().ShouldBe("Compiling…");
        tree.Restores.ShouldBe(["compat", "compat"]);
        tree.Choice.ShouldBe("compat\n");
    }

    [Fact]
    public async Task Chosen_official_packages_that_no_longer_compile_are_an_error_and_stay_recorded()
    {
        tree.Unanswer("feed-restore-error");
        await tree.Run();
        tree.Write("Directory.Packages.props", "<Project><!-- another version --></Project>");
        tree.Answer("feed-error", "error CS0117\n");

        var result = await tree.Run();

        result.ExitCode.ShouldBe(1);
        result.Error.TrimEnd().ShouldEndWith("--packages=compat takes the stand-ins under build/compat instead, from then on");
        tree.Compilations.ShouldBe(["feed", "feed"]);
        tree.Choice.ShouldBe("feed\n");
    }

    [Theory]
    [InlineData("--packages=feed")]
    [InlineData]
    public async Task Official_packages_are_tried_again_when_asked_for_or_when_the_record_is_deleted(params string[] options)
    {
        await tree.Run();
        tree.Unanswer("feed-restore-error");
        if (options is [])
        {
            tree.Delete(".build/packages");
        }

        var result = await tree.Run(options);

        result.ExitCode.ShouldBe(0, result.Error);
        tree.Restores.ShouldBe(["feed", "compat", "feed"]);
        tree.Choice.ShouldBe("feed\n");
    }

    [Fact]
    public async Task No_choice_is_remembered_when_the_host_compiles_with_neither()
    {
        tree.Answer("compat-error", "error CS1002");
        await tree.Run();
        tree.Unanswer("compat-error");
        tree.Unanswer("feed-restore-error");

        var result = await tree.Run();

        result.Error.ShouldContain("Packages: feed");
    }

    [Theory]
    [InlineData("feed")]
    [InlineData("compat")]
    public async Task Forced_packages_are_the_only_ones_tried_and_are_recorded(string packages)
    {
        tree.Unanswer("feed-restore-error");

        var forced = await tree.Run($"--packages={packages}");
        var later = await tree.Run();

        forced.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["Compiling…", $"Packages: {packages} (as --packages says, from now on)"]);
        later.Error.ShouldBeEmpty();
        tree.Restores.ShouldBe([packages]);
        tree.Compilations.ShouldBe([packages]);
        tree.Choice.ShouldBe($"{packages}\n");
    }

    [Fact]
    public async Task A_forced_choice_replaces_the_recorded_one_even_when_nothing_is_compiled()
    {
        tree.Unanswer("feed-restore-error");
        await tree.Run("--packages=compat");
        await tree.Run("--packages=feed");

        await tree.Run("--packages=compat");
        var later = await tree.Run();

        later.Error.ShouldBeEmpty();
        tree.Compilations.ShouldBe(["compat", "feed"]);
        tree.Host.ShouldNotContain("/.build/feed/");
        tree.Choice.ShouldBe("compat\n");
    }

    [Fact]
    public async Task A_forced_choice_that_fails_leaves_the_record_as_it_was()
    {
        await tree.Run();
        var recorded = tree.Choice;

        var result = await tree.Run("--packages=feed");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("error: the official packages do not restore here\n");
        tree.Choice.ShouldBe(recorded);
    }

    [Theory]
    [MemberData(nameof(Records.All), MemberType = typeof(Records))]
    public async Task A_record_is_read_by_its_first_line_and_replaced_only_when_it_is_no_choice(string record, string? choice)
    {
        tree.Unanswer("feed-restore-error");
        tree.Write(".build/packages", record);

        var result = await tree.Run();

        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.Contains("Packages: ", StringComparison.Ordinal).ShouldBe(choice is null);
        tree.Compilations.ShouldBe([choice ?? "feed"]);
        File.ReadAllBytes(Path.Combine(tree.Root, ".build/packages")).ShouldBe(Encoding.UTF8.GetBytes(choice is null ? "feed\n" : record));
    }

    [Fact]
    public async Task Two_first_starts_at_once_choose_once()
    {
        tree.Answer("slow", "");

        var results = await Task.WhenAll(tree.Run(), tree.Run());

        results.ShouldAllBe(result => result.ExitCode == 0);
        tree.Restores.ShouldBe(["feed", "compat"]);
    }

    [Theory]
    [InlineData("--packages")]
    [InlineData("--packages=fed")]
    public async Task Anything_but_feed_and_compat_is_refused(string option)
    {
        var result = await tree.Run(option);

        result.ExitCode.ShouldBe(64);
        result.Error.ShouldContain("use --packages=feed or --packages=compat");
    }

    public void Dispose() => tree.Dispose();
}
