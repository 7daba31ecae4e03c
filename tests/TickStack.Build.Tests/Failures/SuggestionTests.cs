using TickStack.Failures;

namespace TickStack.Build.Tests.Failures;

public class SuggestionTests
{
    private static readonly string[] Targets = ["Deploy", "Deploy-Tick", "Publish", "Status"];

    [Theory]
    [InlineData("Deplyo", "Deploy")]
    [InlineData("deploy", "Deploy")]
    [InlineData("Pubish", "Publish")]
    [InlineData("Deploy-Tik", "Deploy-Tick")]
    public void A_typo_finds_the_word_that_was_meant(string typed, string meant) => Suggestion.Nearest(typed, Targets).ShouldBe(meant);

    [Fact]
    public void A_word_that_is_like_none_gets_the_whole_list() =>
        Suggestion.Remedy("Xylophone", Targets).ShouldBe("known: Deploy, Deploy-Tick, Publish, Status");
}
