using TickStack.Build.Tasks;
using TickStack.Failures;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>What is wrong before anything is started. None of these may set up a sandbox.</summary>
[Trait("Category", "Sandbox")]
public sealed class InputTests : IDisposable
{
    private readonly StackTree tree = new();

    public void Dispose()
    {
        Directory.Exists(tree.PathOf(".sandbox")).ShouldBeFalse("nothing may be set up for input that is wrong");
        tree.Dispose();
    }

    [Fact]
    public async Task An_unknown_option_names_the_nearest_one() =>
        (await tree.RunAsync("--target=Deploy", "--enviroment=production")).ShouldEndWith((int)ExitCode.InvalidInput)
            .Output.ShouldContain("environment");

    [Fact]
    public async Task An_unknown_target_names_the_nearest_one() =>
        (await tree.RunAsync("--target=Deploy-Tik")).ShouldEndWith((int)ExitCode.InvalidInput).Output.ShouldContain("Deploy-Tick");

    [Fact]
    public async Task An_unknown_environment_names_those_that_exist() =>
        (await tree.RunAsync("--target=Deploy", "--environment=producton")).ShouldEndWith((int)ExitCode.InvalidInput).Output.ShouldContain("production");

    [Fact]
    public async Task All_errors_of_a_settings_file_are_reported_together()
    {
        tree.Replace("build/environments/sandbox.json", "\"region\"", "\"regoin\"");
        tree.Replace("build/environments/sandbox.json", "\"instanceType\": \"r5.large\"", "\"instanceType\": 5");
        tree.Replace("build/environments/sandbox.json", "\"account\": \"123456789012\"", "\"account\": \"1234\"");

        var output = (await tree.RunAsync("--target=Deploy")).ShouldEndWith((int)ExitCode.InvalidInput).Output;

        output.ShouldMatch(@"sandbox\.json:\d+:\d+: .*regoin");
        output.ShouldMatch(@"sandbox\.json:\d+:\d+: .*instanceType");
        output.ShouldMatch(@"sandbox\.json:\d+:\d+: .*account");
        output.Split('\n').ShouldAllBe(line => line.Trim().Length == 0 || line.Contains("sandbox.json:") || line.StartsWith("  →"), "the errors stand alone");
    }

    [Fact]
    public async Task What_is_wrong_inside_a_target_is_all_that_is_said()
    {
        File.WriteAllText(tree.PathOf("compose.yml"), "services:\n  web:\n    image: web\n    imge: web\n");

        var run = (await tree.RunAsync("Translate", $"--compose={tree.PathOf("compose.yml")}", "--project-name=web", $"--output={tree.PathOf("requests")}"))
            .ShouldEndWith((int)ExitCode.InvalidInput);

        run.Output.Trim().ShouldMatch(@"^\S*compose\.yml:4:5: services\.web\.imge is not a known key\r?\n  → did you mean 'image'\?$");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_shows_what_a_run_without_arguments_shows(string option)
    {
        var run = (await tree.RunAsync(option)).ShouldEndWith(0);

        run.Output.ShouldContain("Publish-Telegraf");
        run.Output.ShouldContain("--environment=NAME");
        run.Output.ShouldNotContain("USAGE");
    }

    [Theory]
    [InlineData("elsewhere")]
    [InlineData("missing")]
    [InlineData("ecs/tick/docker-compose.yml")]
    public async Task A_folder_that_is_no_repository_is_one_message_and_nothing_else(string given)
    {
        Directory.CreateDirectory(tree.PathOf("elsewhere"));

        var run = (await tree.RunInAsync(tree.Root, $"--working={given}", "--target=Deploy")).ShouldEndWith((int)ExitCode.InvalidInput);

        run.Output.Trim().ShouldMatch(
            $@"^--working={given} is no TickStack repository: {tree.PathOf(given)} .*\.\r?\n  → Give the folder that holds TickStack\.slnx: "
                + $@"--working={tree.Root}$");
    }

    [Theory]
    [InlineData("--working=")]
    [InlineData("--working")]
    public async Task A_folder_that_is_left_blank_says_what_it_is(string option) =>
        (await tree.RunInAsync(tree.Root, option)).ShouldEndWith((int)ExitCode.InvalidInput).Output.ShouldContain("--working has no value");

    [Fact]
    public async Task A_repository_is_found_relative_to_the_callers_folder_by_a_link_and_with_a_slash()
    {
        Directory.CreateSymbolicLink(tree.PathOf("ecs/link"), tree.Root);

        (await tree.RunInAsync(tree.PathOf("ecs"), "--working=link/", "--target=Deploy", "--dryrun")).ShouldEndWith(0).Output.ShouldContain("Deploy-Tick");
    }

    [Fact]
    public async Task A_folder_that_is_gone_when_the_host_starts_in_it_is_wrong_input()
    {
        var run = await tree.StartBy(["sh", "-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$@\"", "sh"], "--tree").EndAsync();

        run.ShouldEndWith((int)ExitCode.InvalidInput).Output.ShouldContain("does not exist any more");
    }

    [Fact]
    public async Task A_dry_run_shows_the_order_and_starts_nothing()
    {
        var output = (await tree.RunAsync("--target=Deploy", "--dryrun")).ShouldEndWith(0).Output;

        output.IndexOf("Deploy-InfluxDb", StringComparison.Ordinal).ShouldBeLessThan(output.IndexOf("Deploy-Tick", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tree_shows_what_depends_on_what() =>
        (await tree.RunAsync("--tree")).ShouldEndWith(0).Output.ShouldContain("Publish-Chronograf");

    [Fact]
    public async Task The_descriptions_name_every_target()
    {
        var output = (await tree.RunAsync("--description")).ShouldEndWith(0).Output;

        TaskGraph.Tasks.Select(TaskGraph.NameOf).ShouldAllBe(name => output.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_target_that_needs_an_earlier_result_names_the_target_that_makes_it() =>
        (await tree.RunAsync("--target=Render", "--exclusive")).ShouldEndWith((int)ExitCode.Unavailable).Output.ShouldContain("--target=");
}
