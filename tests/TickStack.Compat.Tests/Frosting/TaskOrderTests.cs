using Cake.Frosting;

namespace TickStack.Compat.Tests.Frosting;

public class TaskOrderTests
{
    private static readonly Type[] Diamond = [typeof(Deploy), typeof(Publish), typeof(Apply), typeof(Settings), typeof(Default)];

    [Fact]
    public void Dependencies_run_first_in_the_order_they_are_written_and_once() =>
        HostRun.Of(Diamond, "--target=Deploy").Journal.ShouldBe(["Settings", "Publish", "Apply", "Deploy"]);

    [Theory]
    [InlineData("--target=Publish")]
    [InlineData("--target", "Publish")]
    [InlineData("-t", "Publish")]
    [InlineData("--target=publish")]
    public void A_target_is_named_in_any_of_the_usual_ways(params string[] arguments) =>
        HostRun.Of(Diamond, arguments).Journal.ShouldBe(["Settings", "Publish"]);

    [Fact]
    public void Several_targets_run_as_one_build() =>
        HostRun.Of(Diamond, "--target=Apply", "--target=Publish").Journal.ShouldBe(["Settings", "Apply", "Publish"]);

    [Theory]
    [InlineData("--exclusive")]
    [InlineData("-e")]
    public void An_exclusive_target_runs_alone(string option) =>
        HostRun.Of(Diamond, "--target=Deploy", option).Journal.ShouldBe(["Deploy"]);

    [Fact]
    public void Without_a_target_the_default_one_runs() => HostRun.Of(Diamond).Journal.ShouldBe(["Default"]);

    [Fact]
    public void A_dependee_runs_before_the_task_it_names() =>
        HostRun.Of([typeof(Last), typeof(First)], "--target=Last").Journal.ShouldBe(["First", "Last"]);

    [Fact]
    public void A_task_is_called_by_its_class_unless_it_has_a_name() =>
        HostRun.Of([typeof(Named)], "--target=Other-Name").Journal.ShouldBe(["Named"]);

    [Fact]
    public void An_unknown_target_is_an_error_that_names_it()
    {
        var run = HostRun.Of(Diamond, "--target=Deplyo");
        run.ExitCode.ShouldBe(1);
        run.Error.Trim().ShouldBe("Error: The target 'Deplyo' was not found.");
    }

    [Fact]
    public void A_dependency_that_is_no_task_is_an_error()
    {
        var run = HostRun.Of([typeof(DependsOnText)], "--target=DependsOnText");
        run.ExitCode.ShouldBe(1);
        run.Error.Trim().ShouldBe("Error: The dependency 'String' is not a valid task.");
    }

    private sealed class Settings(Journal journal) : JournalTask(journal);

    private sealed class Default(Journal journal) : JournalTask(journal);

    [IsDependentOn(typeof(Settings))]
    private sealed class Publish(Journal journal) : JournalTask(journal);

    [IsDependentOn(typeof(Settings))]
    private sealed class Apply(Journal journal) : JournalTask(journal);

    [IsDependentOn(typeof(Publish))]
    [IsDependentOn(typeof(Apply))]
    private sealed class Deploy(Journal journal) : JournalTask(journal);

    private sealed class Last(Journal journal) : JournalTask(journal);

    [IsDependeeOf(typeof(Last))]
    private sealed class First(Journal journal) : JournalTask(journal);

    [TaskName("Other-Name")]
    private sealed class Named(Journal journal) : JournalTask(journal);

    [IsDependentOn(typeof(string))]
    private sealed class DependsOnText : FrostingTask;
}
