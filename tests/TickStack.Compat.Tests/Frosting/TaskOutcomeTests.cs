using Cake.Core;
using Cake.Frosting;

namespace TickStack.Compat.Tests.Frosting;

public class TaskOutcomeTests
{
    [Fact]
    public void A_failed_task_ends_the_build_with_its_message_and_no_trace()
    {
        var run = HostRun.Of([typeof(Fails), typeof(AfterFails)], "--target=AfterFails");
        run.ExitCode.ShouldBe(1);
        run.Journal.ShouldBe(["Fails", "Fails finally"]);
        run.Error.ShouldContain("Error: broken");
        run.Error.ShouldNotContain("   at ");
        run.Output.ShouldContain("Failed");
    }

    // The engine wraps what a task throws, and the wrapping exception has no code of its own.
    [Fact]
    public void A_failed_task_ends_the_host_with_one_whatever_code_its_exception_has() =>
        HostRun.Of([typeof(FailsWithCode)], "--target=FailsWithCode").ExitCode.ShouldBe(1);

    [Fact]
    public void At_diagnostic_verbosity_the_trace_is_shown() =>
        HostRun.Of([typeof(Fails)], "--target=Fails", "--verbosity=diagnostic").Error.ShouldContain("   at ");

    [Fact]
    public void The_exception_of_an_asynchronous_task_is_not_wrapped()
    {
        var run = HostRun.Of([typeof(FailsLater)], "--target=FailsLater");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Error: broken later");
        run.Error.ShouldNotContain("One or more errors");
    }

    [Fact]
    public void An_asynchronous_task_is_waited_for() =>
        HostRun.Of([typeof(TakesTime), typeof(AfterTakesTime)], "--target=AfterTakesTime").Journal.ShouldBe(["TakesTime", "AfterTakesTime"]);

    [Fact]
    public void A_build_goes_on_after_a_task_that_may_fail()
    {
        var run = HostRun.Of([typeof(MayFail), typeof(AfterMayFail)], "--target=AfterMayFail");
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBe(["AfterMayFail"]);
    }

    [Fact]
    public void An_error_that_a_task_handles_is_no_failure()
    {
        var run = HostRun.Of([typeof(Handles)], "--target=Handles");
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBe(["handled: broken"]);
    }

    [Fact]
    public void A_task_whose_criteria_say_no_is_skipped_and_the_report_tells_why()
    {
        var run = HostRun.Of([typeof(NotToday), typeof(AfterNotToday)], "--target=AfterNotToday");
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBe(["AfterNotToday"]);
        run.Output.ShouldContain("Skipped");
        run.Output.ShouldContain("not today");
    }

    [Fact]
    public void A_skipped_target_is_an_error()
    {
        var run = HostRun.Of([typeof(NotToday)], "--target=NotToday");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Could not reach target 'NotToday' since it was skipped due to a criteria: not today.");
    }

    private sealed class Fails(Journal journal) : JournalTask(journal)
    {
        public override void Run(ICakeContext context)
        {
            base.Run(context);
            throw new InvalidOperationException("broken");
        }

        public override void Finally(ICakeContext context) => Journal.Add("Fails finally");
    }

    [IsDependentOn(typeof(Fails))]
    private sealed class AfterFails(Journal journal) : JournalTask(journal);

    private sealed class FailsWithCode : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new CakeException(17, "broken");
    }

    private sealed class FailsLater : AsyncFrostingTask
    {
        public override async Task RunAsync(ICakeContext context)
        {
            await Task.Yield();
            throw new InvalidOperationException("broken later");
        }
    }

    private sealed class TakesTime(Journal journal) : AsyncFrostingTask
    {
        public override async Task RunAsync(ICakeContext context)
        {
            await Task.Delay(20);
            journal.Add(nameof(TakesTime));
        }
    }

    [IsDependentOn(typeof(TakesTime))]
    private sealed class AfterTakesTime(Journal journal) : JournalTask(journal);

    [ContinueOnError]
    private sealed class MayFail : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("broken");
    }

    [IsDependentOn(typeof(MayFail))]
    private sealed class AfterMayFail(Journal journal) : JournalTask(journal);

    private sealed class Handles(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("broken");

        public override void OnError(Exception exception, ICakeContext context) => journal.Add($"handled: {exception.Message}");
    }

    private sealed class NotToday(Journal journal) : JournalTask(journal), IFrostingTask
    {
        string IFrostingTask.SkippedMessage => "not today";

        public override bool ShouldRun(ICakeContext context) => false;
    }

    [IsDependentOn(typeof(NotToday))]
    private sealed class AfterNotToday(Journal journal) : JournalTask(journal);
}
