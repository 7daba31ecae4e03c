using Cake.Core;
using Cake.Frosting;

namespace TickStack.Compat.Tests.Frosting;

public class LifetimeTests
{
    [Fact]
    public void Setup_and_teardown_enclose_the_run_and_every_task() =>
        HostRun.Of([typeof(Works), typeof(Default)], WithLifetimes).Journal
            .ShouldBe(["setup for Default", "before Works", "Works", "after Works", "before Default", "Default", "after Default", "teardown successful"]);

    [Fact]
    public void After_a_failed_task_both_teardowns_run_and_know_the_failure() =>
        HostRun.Of([typeof(Fails)], WithLifetimes, "--target=Fails").Journal
            .ShouldBe(["setup for Fails", "before Fails", "after Fails: broken", "teardown: broken"]);

    [Fact]
    public void After_a_failed_setup_no_task_runs_but_the_teardown_does()
    {
        var run = HostRun.Of([typeof(Works)], host => host.UseLifetime<FailingSetup>(), "--target=Works");
        run.ExitCode.ShouldBe(1);
        run.Journal.ShouldBe(["teardown"]);
        run.Error.ShouldContain("Error: no setup");
    }

    [Fact]
    public void A_dry_run_sets_up_and_tears_down_but_runs_no_task()
    {
        var run = HostRun.Of([typeof(Works), typeof(Default)], WithLifetimes, "--dryrun");
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBe(["setup for Default", "teardown successful"]);
    }

    private static void WithLifetimes(CakeHost host) => host.UseLifetime<Lifetime>().UseTaskLifetime<TaskLifetime>();

    private sealed class Works(Journal journal) : JournalTask(journal);

    [IsDependentOn(typeof(Works))]
    private sealed class Default(Journal journal) : JournalTask(journal);

    private sealed class Fails : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("broken");
    }

    private sealed class Lifetime(Journal journal) : FrostingLifetime
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Add($"setup for {info.TargetTask.Name}");

        public override void Teardown(ICakeContext context, ITeardownContext info) =>
            journal.Add(info.Successful ? "teardown successful" : $"teardown: {info.ThrownException.Message}");
    }

    private sealed class TaskLifetime(Journal journal) : FrostingTaskLifetime
    {
        public override void Setup(ICakeContext context, ITaskSetupContext info) => journal.Add($"before {info.Task.Name}");

        public override void Teardown(ICakeContext context, ITaskTeardownContext info) =>
            journal.Add($"after {info.Task.Name}{(info.Successful ? "" : $": {info.ThrownException.Message}")}");
    }

    private sealed class FailingSetup(Journal journal) : FrostingLifetime
    {
        public override void Setup(ICakeContext context, ISetupContext info) => throw new InvalidOperationException("no setup");

        public override void Teardown(ICakeContext context, ITeardownContext info) => journal.Add("teardown");
    }
}
