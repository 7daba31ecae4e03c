using TickStack.Documents;
using TickStack.EcsCli.Format;
using TickStack.Failures;

namespace TickStack.Build.Tests.EcsCli.Format;

public class MemorySizeTests
{
    private readonly ProblemLog problems = new();

    [Theory]
    [InlineData("268435456", 256)]
    [InlineData("131072k", 128)]
    [InlineData("98304kb", 96)]
    [InlineData("300M", 300)]
    [InlineData("250 mb", 250)]
    [InlineData("320MiB", 320)]
    [InlineData("1.5gb", 1536)]
    [InlineData("0.25GB", 256)]
    [InlineData("67108864b", 64)]
    [InlineData("70000000", 66)]
    public void Every_unit_is_understood_and_rounded_down_to_mebibytes(string text, int expected)
    {
        Value(text).Mebibytes(6).ShouldBe(expected);
        problems.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1024")]
    [InlineData("900k")]
    [InlineData("5.9m")]
    [InlineData("-1")]
    [InlineData("12 cows")]
    [InlineData("9999999999g")]
    public void What_is_no_size_or_too_small_is_a_problem(string text)
    {
        Value(text).Mebibytes(6).ShouldBeNull();
        problems.Problems.Count.ShouldBe(1);
    }

    private DocumentValue Value(string text) => new(new ScalarNode(text, ScalarForm.Plain, new SourceLocation("a.yml", 1, 1)), "mem_limit", problems);
}
