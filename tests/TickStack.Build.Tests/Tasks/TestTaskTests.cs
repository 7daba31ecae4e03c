using TickStack.Build.Tasks;

namespace TickStack.Build.Tests.Tasks;

public class TestTaskTests
{
    [Fact]
    public void The_packages_of_a_test_run_are_those_that_the_host_was_compiled_with() =>
        TestTask.PackageSource.ShouldBe(AppContext.BaseDirectory.Contains("/.build/feed/", StringComparison.Ordinal) ? "feed" : "compat");
}
