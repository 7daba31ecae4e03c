namespace TickStack.Compat.Tests;

public class SmokeTests
{
    [Fact]
    public void The_test_project_runs() => true.ShouldBeTrue();
}
