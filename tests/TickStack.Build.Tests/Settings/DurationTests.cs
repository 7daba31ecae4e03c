using CsCheck;
using TickStack.Build.Settings;

namespace TickStack.Build.Tests.Settings;

public class DurationTests
{
    [Theory]
    [InlineData("10m", 600)]
    [InlineData("90s", 90)]
    [InlineData("1h30m", 5400)]
    [InlineData("24h", 86400)]
    [InlineData("1h1m1s", 3661)]
    public void Hours_minutes_and_seconds_are_read(string text, int seconds) => Duration.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("m")]
    [InlineData("0s")]
    [InlineData("-5m")]
    [InlineData("10 m")]
    [InlineData("10m ")]
    [InlineData("10m\n")]
    [InlineData("1.5h")]
    [InlineData("30m1h")]
    [InlineData("24h1s")]
    [InlineData("10M")]
    [InlineData("00:10:00")]
    [InlineData("١٠m")]
    [InlineData("999999999s")]
    public void Anything_else_is_refused(string text) => Duration.Parse(text).ShouldBeNull();

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Int[1, 86400].Sample(seconds => Duration.Parse(Duration.Format(TimeSpan.FromSeconds(seconds))) == TimeSpan.FromSeconds(seconds));
}
