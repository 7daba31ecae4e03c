using TickStack.Build.Options;
using TickStack.Build.Settings;
using TickStack.Build.Tasks;

namespace TickStack.Build.Tests.Options;

public class KnownOptionsTests
{
    [Fact]
    public void No_two_options_share_a_spelling() =>
        TaskGraph.Grammar.Options.SelectMany(option => option.Aliases.Append(option.Flag)).ShouldBeUnique();

    [Fact]
    public void Every_option_says_what_it_does() =>
        TaskGraph.Grammar.Options.ShouldAllBe(option => option.Description.Length > 10);

    // Its reader would be refused it otherwise: an option that nobody declares belongs to no target.
    [Theory]
    [InlineData("service", "Diff, Logs, Revisions, Rollback, Scale, Status, Verify")]
    [InlineData("fail-fast", "Deploy-InfluxDb, Deploy-Tick, Rollback")]
    [InlineData("confirm", "Destroy, Restore")]
    [InlineData("snapshot", "Restore")]
    [InlineData("environment", "")]
    public void An_option_belongs_to_the_targets_that_read_it(string option, string targets) =>
        string.Join(", ", TaskGraph.Grammar.Readers[TaskGraph.Grammar.Find($"--{option}")!]).ShouldBe(targets);

    [Fact]
    public void The_usage_shows_where_the_value_goes()
    {
        SettingsOptions.Environment.Usage.ShouldBe("--environment=NAME");
        EngineOptions.DryRun.Usage.ShouldBe("--dryrun");
    }
}
