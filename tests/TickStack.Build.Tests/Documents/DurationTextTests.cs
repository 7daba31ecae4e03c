using CsCheck;
using TickStack.Documents;

namespace TickStack.Build.Tests.Documents;

public class DurationTextTests
{
    [Theory]
    [InlineData("90s", 90_000)]
    [InlineData("1m30s", 90_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("500ms", 500)]
    [InlineData("1.5s", 1_500)]
    [InlineData("0", 0)]
    public void Durations_of_go_are_understood(string text, int milliseconds) => DurationText.Parse(text).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("-5s")]
    [InlineData("5 s")]
    [InlineData("5d")]
    [InlineData("s")]
    [InlineData("99999999999999999999h")]
    public void Anything_else_is_none(string text) => DurationText.Parse(text).ShouldBeNull();

    [Fact]
    public void What_is_formatted_is_read_back() =>
        Gen.Int[0, int.MaxValue].Sample(milliseconds =>
        {
            var span = TimeSpan.FromMilliseconds(milliseconds);
            DurationText.Parse(DurationText.Format(span)).ShouldNotBeNull().ShouldBe(span, TimeSpan.FromMicroseconds(1));
        });
}
