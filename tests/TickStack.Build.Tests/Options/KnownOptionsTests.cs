using TickStack.Build.Options;
using TickStack.Build.Tasks;

namespace TickStack.Build.Tests.Options;

public class KnownOptionsTests
{
    [Fact]
    public void No_two_options_share_a_spelling() =>
        KnownOptions.All.SelectMany(option => option.Aliases.Append(option.Flag)).ShouldBeUnique();

    [Fact]
    public void Every_option_says_what_it_does() =>
        KnownOptions.All.ShouldAllBe(option => option.Description.Length > 10);

    [Fact]
    public void An_option_belongs_to_targets_that_exist() =>
        KnownOptions.All.SelectMany(option => option.Targets ?? []).Except(TaskGraph.TargetNames).ShouldBeEmpty();

    [Fact]
    public void The_usage_shows_where_the_value_goes()
    {
        KnownOptions.Environment.Usage.ShouldBe("--environment=NAME");
        KnownOptions.DryRun.Usage.ShouldBe("--dryrun");
    }
}
