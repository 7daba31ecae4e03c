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
    public void A_full_disk_is_no_bug()
    {
        outcome.Fail(new IOException("No space left on device : '/tree/artifacts/a.json'", 28));

        outcome.Resolve(engine: 1, interrupted: null).ShouldBe(ExitCode.Unavailable);
        outcome.Closing.ShouldNotBeNull().Split(Environment.NewLine).ShouldBe(
            ["No space left on device : '/tree/artifacts/a.json'", "  → Make room on its disk (df -h, df -i), and run the target again."]);
    }

    [Fact]
    public void A_connection_that_broke_where_nobody_expected_it_is_one()
    {
        outcome.Fail(new IOException("Unable to read data from the transport connection."));

        outcome.Resolve(engine: 1, interrupted: null).ShouldBe(ExitCode.Bug);
    }

    [Fact]
    public void What_the_engine_alone_knows_is_said_in_its_words()
    {
        outcome.Say("Error: the target was not found");

        outcome.HasFailed.ShouldBeTrue();
        outcome.Closing.ShouldBe("Error: the target was not found");
    }
}
