using TickStack.Failures;

namespace TickStack.Build.Tests.Documents;

public class ShownTextTests
{
    [Fact]
    public void The_first_twenty_problems_are_shown_and_the_rest_is_counted()
    {
        var failure = new FailureException([.. Enumerable.Range(1, 54).Select(i => new Problem($"wrong {i}", "mend it"))]);

        var lines = failure.Message.ReplaceLineEndings("\n").Split('\n');

        lines.Length.ShouldBe(41);
        lines[^3..].ShouldBe(["wrong 20", "  → mend it", "… and 34 more"]);
        failure.Problems.Count.ShouldBe(54);
    }

    [Fact]
    public void A_message_of_long_problems_is_no_longer_than_a_screen() =>
        new FailureException([.. Enumerable.Repeat(new Problem(new string('x', 5_000)), 20)]).Message.Length.ShouldBeInRange(3_000, 5_000);

    [Theory]
    [InlineData(80, "the port 'x*80' is none")]
    [InlineData(81, "the port 'x*80…' is none")]
    [InlineData(100_000, "the port 'x*80…' is none")]
    public void A_long_value_in_quotes_is_cut(int length, string expected) =>
        new Problem($"the port '{new string('x', length)}' is none").ToString().ShouldBe(expected.Replace("x*80", new string('x', 80)));

    [Fact]
    public void Apostrophes_around_many_words_are_no_quotes()
    {
        const string Message = "the container's range, which somebody has written down somewhere far away from here, and the host's are not equally long";

        new Problem(Message).ToString().ShouldBe(Message);
    }

    [Fact]
    public void What_an_input_file_says_moves_no_cursor_and_begins_no_line() =>
        new Problem("'\u001b[2J\n::error::' is no port", null, new SourceLocation("c.yml", 1, 2)).ToString()
            .ShouldBe("c.yml:1:2: '·[2J·::error::' is no port");

    [Fact]
    public void Lines_of_a_tools_output_stay() => new FailureException("terraform failed:\n  one\n  two").Message.ShouldBe("terraform failed:\n  one\n  two");

    [Fact]
    public void A_place_that_may_not_be_quoted_is_spoken_of_in_general_alone()
    {
        var place = new SourceLocation("f", 3, 4) { InGeneral = "this is wrong" };

        var problem = new Problem("'s3cret' is wrong", "did you mean 's3cret2'?", place);

        problem.ToString().ReplaceLineEndings("\n")
            .ShouldBe("f:3:4: this is wrong\n  → look there: no text is shown out of a file that another file names");
    }

    [Fact]
    public void A_log_that_is_full_ends_the_reading_with_what_it_has()
    {
        var problems = new ProblemLog(3);
        problems.Add("one");
        problems.Add("two");

        Should.Throw<FailureException>(() => problems.Add("three")).Problems.Count.ShouldBe(3);
    }

    [Fact]
    public void Nothing_is_suggested_for_a_word_that_nobody_can_have_mistyped() =>
        Suggestion.Nearest(new string('x', 100_000), [new string('x', 100_001)]).ShouldBeNull();
}
