using CsCheck;
using TickStack.Documents;
using TickStack.EcsCli.Format;
using TickStack.Failures;

namespace TickStack.Build.Tests.EcsCli.Format;

public class InterpolationTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["SET"] = "value", ["BLANK"] = "" };

    private readonly ReadingContext context = new() { Variables = Variables };

    [Theory]
    [InlineData("$SET", "value")]
    [InlineData("${SET}", "value")]
    [InlineData("a${SET}b$SET", "avaluebvalue")]
    [InlineData("${SET:-default}", "value")]
    [InlineData("${BLANK:-default}", "default")]
    [InlineData("${BLANK-default}", "")]
    [InlineData("${UNSET:-default}", "default")]
    [InlineData("${UNSET-default}", "default")]
    [InlineData("${UNSET:-}", "")]
    [InlineData("${SET:?needed}", "value")]
    [InlineData("${BLANK?needed}", "")]
    [InlineData("$$SET $${SET} $$$$", "$SET ${SET} $$")]
    [InlineData("${UNSET:-arn:aws:iam::1:role/x}", "arn:aws:iam::1:role/x")]
    public void Every_form_of_a_variable_is_resolved(string text, string expected)
    {
        Apply(text).ShouldBe(expected);
        context.Problems.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("${UNSET}", "the variable UNSET is not set")]
    [InlineData("$SETT", "the variable SETT is not set")]
    [InlineData("${UNSET:?give it}", "the variable UNSET is not set: give it")]
    [InlineData("${BLANK:?give it} and ${UNSET:-more}", "the variable BLANK is not set: give it")]
    [InlineData("$", "'$' is no variable")]
    [InlineData("$1", "'$' is no variable")]
    [InlineData("${}", "'${}' is no variable")]
    [InlineData("${SET", "'${SET' is no variable")]
    [InlineData("${SET!}", "'${SET!}' is no variable")]
    [InlineData("${UNSET:-${SET}}", "'${UNSET:-${SET}' is no variable")]
    public void What_cannot_be_resolved_is_a_problem(string text, string message)
    {
        Apply(text);

        context.Problems.Problems.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public void All_unset_variables_are_reported_where_they_stand()
    {
        new Interpolation(context).Apply(DocumentReader.Read("a.yml", "image: web:${TAG}\nlist:\n  - \"${A} and ${B}\"\n"));

        context.Problems.Problems.Select(problem => problem.Location).ShouldBe(
            [new SourceLocation("a.yml", 1, 12), new SourceLocation("a.yml", 3, 6), new SourceLocation("a.yml", 3, 15)]);
    }

    [Fact]
    public void An_unset_variable_is_blank_with_a_warning_when_that_is_allowed()
    {
        var context = new ReadingContext { AllowUnset = true };

        new Interpolation(context).Apply(Scalar("[${UNSET}]")).ShouldBeOfType<ScalarNode>().Value.ShouldBe("[]");

        context.Warnings.Problems.ShouldHaveSingleItem().Message.ShouldBe("the variable UNSET is not set: it counts as blank");
    }

    [Fact]
    public void Any_text_with_its_dollars_doubled_comes_out_as_it_was() =>
        Gen.Char["ab{}$:-?"].Array[0, 20].Select(letters => new string(letters))
            .Sample(text => Apply(text.Replace("$", "$$", StringComparison.Ordinal)) == text);

    private static ScalarNode Scalar(string text) => new(text, ScalarForm.Plain, new SourceLocation("a.yml", 1, 1));

    private string Apply(string text) => ((ScalarNode)new Interpolation(context).Apply(Scalar(text))).Value;
}
