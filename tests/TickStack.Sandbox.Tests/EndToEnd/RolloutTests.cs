using System.Globalization;
using TickStack.Failures;
using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>What ECS can do with a rollout, played in real time in front of the emulator, and what a deploy by the host makes of it.</summary>
[Collection(nameof(MeasuredTests))]
[Trait("Category", "Sandbox")]
public class RolloutTests(LiveStackFixture stack)
{
    private const string Tick = "tick-sandbox-tick";
    private const string Broken = "ECS deployment circuit breaker: tasks failed to start.";
    private const string FinalLogLines = "E! unknown field agent.interva";

    private static readonly Scene Starting = new(0, "starting");

    [Fact]
    public async Task Stable_at_once_is_seen_at_the_first_look()
    {
        var deploy = await StartAsync(new Timeline(Tick, Complete(0)));

        (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.Success);

        deploy.Timeline.Shown.ShouldBe(["complete"]);
        deploy.Figures!.CallsBeforeFirstPoll.ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_new_service_that_is_stable_at_once_is_seen_at_the_first_look()
    {
        await EmulatorCall.SendAsync(
            stack.Tree.EmulatorUrl,
            "ecs",
            "AmazonEC2ContainerServiceV20141113.DeleteService",
            $$"""{ "cluster": "tick-sandbox", "service": "{{Tick}}", "force": true }""");
        var deploy = await StartAsync(new Timeline(Tick, Complete(0)));

        (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.Success);

        stack.Ecs.Operations.ShouldContain("CreateService");
        deploy.Timeline.Shown.ShouldBe(["complete"]);
        deploy.Figures!.CallsBeforeFirstPoll.ShouldBeLessThanOrEqualTo(7);
    }

    [Fact]
    public async Task Stable_after_12_s_is_awaited_and_seen_at_the_next_look()
    {
        var deploy = await StartAsync(new Timeline(Tick, Starting, new Scene(8, "running") { Running = 1 }, Complete(12)));

        (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.Success);

        deploy.Timeline.Shown.Count(scene => scene == "complete").ShouldBe(1);
        deploy.Timeline.Shown.Count.ShouldBeLessThanOrEqualTo(15);
    }

    [Fact]
    public async Task A_rollout_fails_as_soon_as_ECS_says_so_and_not_only_after_its_rollback()
    {
        var deploy = await StartAsync(new Timeline(
            Tick,
            Starting,
            new Scene(3, "first failure") { FailedTasks = 1, Stopped = Dead(1) },
            new Scene(6, "second failure") { FailedTasks = 2, Stopped = Dead(2) },
            new Scene(10, "failed")
            {
                RolloutState = "FAILED",
                Reason = Broken,
                FailedTasks = 3,
                Stopped = Dead(3),
                Rollback = "IN_PROGRESS",
                Event = "rolling back to deployment ecs-svc/1.",
            },
            new Scene(16, "rolled back") { Rollback = "COMPLETED", Event = "has reached a steady state." }));

        var run = (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.RolloutFailed);

        run.Output.ShouldContain(Broken);
        run.Output.ShouldContain("rolling back to deployment ecs-svc/1.");
        run.Output.ShouldContain("Essential container in task exited");
        run.Output.ShouldContain("container telegraf: exit code 137");
        deploy.Timeline.Shown.Count(scene => scene == "failed").ShouldBe(1);
        deploy.Timeline.Shown[^1].ShouldBe("failed");
    }

    [Fact]
    public async Task A_rollback_that_was_complete_before_anyone_looked_is_a_failure_too()
    {
        var deploy = await StartAsync(new Timeline(
            Tick, new Scene(0, "rolled back") { Rollback = "COMPLETED", Event = "has reached a steady state.", Stopped = Dead(1) }));

        var run = (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.RolloutFailed);

        run.Output.ShouldContain("runs again");
        run.Output.ShouldContain("container telegraf: exit code 137");
        deploy.Timeline.Shown.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_finds_no_place_is_told_at_once_and_given_up_when_ECS_says_it_again()
    {
        var deploy = await StartAsync(NoRoom());

        await deploy.UntilPrintedAsync("unable to place a task");
        deploy.Timeline.Shown.ShouldNotContain("no room again");
        var run = (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.Unplaceable);

        run.Output.ShouldContain("insufficient memory");
        deploy.Timeline.Shown.Count(scene => scene == "no room again").ShouldBe(1);
        deploy.Timeline.Shown[^1].ShouldBe("no room again");
    }

    [Fact]
    public async Task What_finds_no_place_is_given_up_at_once_when_told_to_fail_fast()
    {
        var deploy = await StartAsync(NoRoom(), "--fail-fast");

        var run = (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.Unplaceable);

        run.Output.ShouldContain("insufficient memory");
        deploy.Timeline.Shown.Count(scene => scene == "no room").ShouldBe(1);
        deploy.Timeline.Shown[^1].ShouldBe("no room");
    }

    [Fact]
    public async Task Without_a_circuit_breaker_the_third_task_that_dies_ends_the_rollout_with_its_log()
    {
        await ContainerLogs.WriteAsync(
            stack.Tree.EmulatorUrl, "/tick-sandbox/telegraf", $"telegraf/telegraf/{Dead(3).Id}", "I! Starting Telegraf", FinalLogLines);
        var deploy = await StartAsync(new Timeline(Tick, [Starting, .. CrashLoop(6)]) { CircuitBreaker = false });

        var run = (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.Crashing);

        run.Output.ShouldContain("3 tasks started and died");
        run.Output.ShouldContain("Essential container in task exited");
        run.Output.ShouldContain("container telegraf: exit code 137");
        run.Output.ShouldContain(FinalLogLines);
        deploy.Timeline.Shown.Count(scene => scene == "death 3").ShouldBe(1);
        deploy.Timeline.Shown[^1].ShouldBe("death 3");
    }

    [Fact]
    public async Task The_deadline_ends_the_watch_and_not_the_rollout()
    {
        var deploy = await StartAsync(new Timeline(Tick, Starting, Complete(30)), "--rollout-timeout=5s");

        var run = (await deploy.EndAsync()).ShouldEndWith((int)ExitCode.RolloutTimedOut);

        run.Output.ShouldContain("not complete after 5 s");
        run.Output.ShouldContain("the deployment goes on in ECS");
        deploy.Timeline.Shown.ShouldAllBe(scene => scene == "starting");
    }

    private static Scene Complete(double from) =>
        new(from, "complete") { RolloutState = "COMPLETED", Running = 1, Event = "has reached a steady state." };

    private static ScriptedStop Dead(int number) =>
        new(number.ToString("x32", CultureInfo.InvariantCulture), "telegraf", 137, "Essential container in task exited");

    // The instance that comes nearest is another one each time.
    private static Timeline NoRoom() => new(
        Tick,
        Starting,
        new Scene(3, "no room") { Event = Unplaceable("8a3f1c52-0d4e-4b7a-9c61-2f5e8d7b6a10") },
        new Scene(8, "no room again") { Event = Unplaceable("1b9d6f04-7c2a-4e58-8f3b-6a0c5e4d9b27") },
        new Scene(13, "no room at all") { Event = Unplaceable("8a3f1c52-0d4e-4b7a-9c61-2f5e8d7b6a10") });

    private static string Unplaceable(string instance) =>
        "was unable to place a task because no container instance met all of its requirements. "
        + $"The closest matching (container-instance {instance}) has insufficient memory available.";

    // Every seven seconds a task runs for a while and dies.
    private static IEnumerable<Scene> CrashLoop(int times) => Enumerable.Range(0, times).SelectMany<int, Scene>(index =>
    [
        new((7 * index) + 1, $"life {index + 1}") { Running = 1 },
        new((7 * index) + 5, $"death {index + 1}") { Stopped = Dead(index + 1) },
    ]);

    private Task<PlayedDeploy> StartAsync(Timeline timeline, params string[] options) => PlayedDeploy.StartAsync(stack, timeline, options);
}
