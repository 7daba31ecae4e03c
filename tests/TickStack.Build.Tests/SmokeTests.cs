namespace TickStack.Build.Tests;

public class SmokeTests
{
    [Fact]
    public void The_test_project_runs() => true.ShouldBeTrue();
}
