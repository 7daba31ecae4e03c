using TickStack.Build.Tasks;

namespace TickStack.Build.Tests.Tasks;

public class TestCountsTests
{
    [Fact]
    public void The_summary_of_all_projects_is_what_counts() =>
        TestCounts.Parse(["Test run summary: Passed!", "  total: 12", "  failed: 0", "  succeeded: 12", "  skipped: 0", "  duration: 2s"])
            .ToString().ShouldBe("12 passed, 0 failed");

    [Fact]
    public void Skipped_tests_are_named() =>
        TestCounts.Parse(["  failed: 0", "  succeeded: 1", "  skipped: 2"]).ToString().ShouldBe("1 passed, 0 failed, 2 skipped");
}
