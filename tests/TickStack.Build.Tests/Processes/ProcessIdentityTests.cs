using TickStack.Build.Processes;

namespace TickStack.Build.Tests.Processes;

public class ProcessIdentityTests
{
    [Fact]
    public void It_is_read_as_it_is_written()
    {
        var identity = new ProcessIdentity(4711, "123456");

        ProcessIdentity.Parse($"{identity}\n").ShouldBe(identity);
        ProcessIdentity.Parse("4711 Mon Nov 23 18:39:00 2026\n").ShouldBe(new ProcessIdentity(4711, "Mon Nov 23 18:39:00 2026"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4711")]
    [InlineData("4711 ")]
    [InlineData("x 1")]
    [InlineData("-4711 1")]
    [InlineData("1 1")]
    public void Anything_else_is_no_identity(string text) => ProcessIdentity.Parse(text).ShouldBeNull();

    [Fact]
    public void The_start_time_is_found_behind_a_name_with_spaces_and_parentheses() =>
        ProcessIdentity.StartTimeIn("42 (a) b (c)) S 1 42 42 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 987654 1 2 3").ShouldBe("987654");

    [Fact]
    public void A_zombie_has_ended() =>
        ProcessIdentity.StartTimeIn("42 (sh) Z 1 42 42 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 987654 1 2 3").ShouldBeNull();
}
