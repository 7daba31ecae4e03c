using Cake.Core;
using Cake.Frosting;

namespace TickStack.Compat.Tests.Frosting;

public class OverviewTests
{
    private static readonly Type[] Tasks = [typeof(Default), typeof(Publish), typeof(Settings)];

    [Fact]
    public void A_dry_run_names_the_tasks_in_order_and_runs_none()
    {
        var run = HostRun.Of(Tasks, "--dryrun");
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBeEmpty();
        Lines(run).Where(line => char.IsDigit(line[0])).ShouldBe(["1. Settings", "2. Publish", "3. Default"]);
    }

    [Fact]
    public void The_tree_shows_every_task_under_those_that_need_it()
    {
        var run = HostRun.Of(Tasks, "--tree");
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBeEmpty();
        Lines(run).ShouldBe(["Default", "└─Publish", "   └─Settings", "Found-By-Itself"]);
    }

    [Theory]
    [InlineData("--description")]
    [InlineData("--descriptions")]
    public void The_descriptions_are_listed(string option)
    {
        var run = HostRun.Of(Tasks, option);
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBeEmpty();
        Rows(run).ShouldContain(row => row.StartsWith("Publish", StringComparison.Ordinal) && row.EndsWith("Brings the images up.", StringComparison.Ordinal));
    }

    [Fact]
    public void Tasks_of_the_entry_assembly_are_found_when_they_are_public()
    {
        var run = HostRun.Of([], "--description");
        run.Output.ShouldContain("Found-By-Itself");
        run.Output.ShouldNotContain("Not-Found");
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--info")]
    public void Version_and_information_run_no_task(string option)
    {
        var run = HostRun.Of(Tasks, option);
        run.ExitCode.ShouldBe(0);
        run.Journal.ShouldBeEmpty();
        run.Output.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_report_lists_each_task_with_its_outcome()
    {
        var report = Rows(HostRun.Of(Tasks)).SkipWhile(row => !row.StartsWith("Task ", StringComparison.Ordinal)).ToList();
        report.Where(row => row.EndsWith("Succeeded", StringComparison.Ordinal)).Select(row => row.Split(' ')[0]).ShouldBe(["Settings", "Publish", "Default"]);
        report.ShouldContain(row => row.StartsWith("Total:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_report_can_be_left_out() => HostRun.Of(Tasks, "--no-report").Output.ShouldNotContain("Total:");

    [Fact]
    public void At_quiet_verbosity_only_the_tasks_themselves_and_the_report_speak() =>
        HostRun.Of(Tasks, "--verbosity=quiet").Output.ShouldNotContain("═");

    private static List<string> Lines(HostRun run) => [.. run.Output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    // Tables are set in by two blanks.
    private static List<string> Rows(HostRun run) => [.. Lines(run).Select(line => line.TrimStart())];

    private sealed class Settings(Journal journal) : JournalTask(journal);

    [TaskDescription("Brings the images up.")]
    [IsDependentOn(typeof(Settings))]
    private sealed class Publish(Journal journal) : JournalTask(journal);

    [IsDependentOn(typeof(Publish))]
    private sealed class Default : FrostingTask<ICakeContext>;
}
