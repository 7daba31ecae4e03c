using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Failures;

namespace TickStack.Build.Tests.Reporting;

public class RunOutcomeTests
{
    private readonly RunOutcome outcome = new();

    [Fact]
    public void A_run_that_went_well_has_nothing_to_say() => outcome.Closing.ShouldBeNull();

    [Fact]
    public void A_failure_is_said_with_its_remedy_and_without_the_engines_words()
    {
        var failure = new FailureException("broken", "mend it");
        outcome.Say("An error occurred when executing task 'Deploy'.");
        outcome.Fail(failure);

        outcome.Closing.ShouldBe(failure.Message);
    }

    [Fact]
    public void A_tool_that_was_interrupted_is_named()
    {
        outcome.Fail(new ToolInterruptedException("docker build of telegraf", CancellationToken.None));

        outcome.Closing.ShouldBe("docker build of telegraf was interrupted.");
    }

    [Fact]
    public void Any_other_cancellation_is_not_told_in_the_runtimes_words()
    {
        outcome.Fail(new TaskCanceledException());

        outcome.Closing.ShouldBe("The run was interrupted.");
    }

    [Fact]
    public void A_bug_is_shown_with_its_trace()
    {
        outcome.Fail(new InvalidOperationException("never"));

        outcome.Closing.ShouldNotBeNull().ShouldStartWith("System.InvalidOperationException: never");
    }

    [Fact]
    public void What_the_engine_alone_knows_is_said_in_its_words()
    {
        outcome.Say("Error: the target was not found");

        outcome.HasFailed.ShouldBeTrue();
        outcome.Closing.ShouldBe("Error: the target was not found");
    }
}
