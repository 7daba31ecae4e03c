using CsCheck;
using TickStack.EcsCli.Format;

namespace TickStack.Build.Tests.EcsCli.Format;

public class ShellWordsTests
{
    [Theory]
    [InlineData("a  b\tc", "a|b|c")]
    [InlineData("", "")]
    [InlineData("-b \"tcp://0.0.0.0:3000\" --tag 'shop api'", "-b|tcp://0.0.0.0:3000|--tag|shop api")]
    [InlineData("a\\ b 'c\\d' \"e\\\"f\" \"g\\h\"", "a b|c\\d|e\"f|g\\h")]
    [InlineData("x'y'\"z\"", "xyz")]
    public void Words_are_those_of_a_shell_without_operators(string line, string expected) =>
        string.Join('|', ShellWords.Split(line).ShouldNotBeNull()).ShouldBe(expected);

    [Fact]
    public void Operators_are_words_since_no_shell_runs_the_command() => ShellWords.Split("a && b | c >d; e").ShouldBe(["a", "&&", "b", "|", "c", ">d;", "e"]);

    [Fact]
    public void An_empty_argument_stays() => ShellWords.Split("-hostname \"\" ''").ShouldBe(["-hostname", "", ""]);

    [Theory]
    [InlineData("a 'b")]
    [InlineData("a \"b")]
    [InlineData("a\\")]
    public void An_open_quote_is_no_command(string line) => ShellWords.Split(line).ShouldBeNull();

    [Fact]
    public void Words_in_single_quotes_come_out_as_they_were() =>
        Gen.Char["ab \t\"\\$&|"].Array[0, 8].Select(letters => new string(letters)).List[0, 5]
            .Sample(words => ShellWords.Split(string.Join(' ', words.Select(word => $"'{word}'")))!.SequenceEqual(words));
}
