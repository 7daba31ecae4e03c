using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>How a watch ends.</summary>
public sealed class RolloutWatcherTests : RolloutTest
{
    private TimeSpan lastLook;

    [Fact]
    public async Task Stable_at_once_ends_at_the_first_look()
    {
        await ReadyAsync();
        Ecs.At(0, FakeEcs.Complete);
        await DeployAsync();

        Took.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        Looks.ShouldBe(2);
    }

    [Fact]
    public async Task Stable_at_12_s_ends_within_13_s()
    {
        await ReadyAsync();
        Ecs.At(12, FakeEcs.Complete);
        await DeployAsync();
        Took.ShouldBeInRange(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(13.2));
    }

    [Fact]
    public async Task Failed_is_told_within_a_second_with_ECSs_reason_and_before_the_rollback()
    {
        await ReadyAsync();
        Ecs.At(10, Fail).At(16, RollBack);
        var failure = await FailureAsync();

        failure.ExitCode.ShouldBe(ExitCode.RolloutFailed);
        failure.Message.ShouldContain("the rollout of stack-tick:2 failed: ECS deployment circuit breaker: tasks failed to start.");
        Took.ShouldBeInRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11.2));
    }

    [Fact]
    public async Task A_rollback_that_is_complete_is_a_failure_and_no_success()
    {
        await ReadyAsync();
        Ecs.At(3, service =>
        {
            Fail(service);
            RollBack(service);
            FakeEcs.Complete(service);
        });
        var failure = await FailureAsync();

        failure.ExitCode.ShouldBe(ExitCode.RolloutFailed);
        failure.Message.ShouldContain("stack-tick:1 runs again");
    }

    [Fact]
    public async Task No_place_is_told_at_once_and_ends_the_watch_when_it_is_told_again()
    {
        await ReadyAsync();
        Ecs.At(3, service => service.Events!.Insert(0, Unplaceable(1)));
        Ecs.At(8, service => service.Events!.Insert(0, Unplaceable(2)));
        var failure = await FailureAsync();

        failure.ExitCode.ShouldBe(ExitCode.Unplaceable);
        failure.Message.ShouldContain("insufficient memory available");
        Took.ShouldBeInRange(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9.2));
        News.Lines.ShouldContain(line => line.StartsWith("stack-tick: was unable to place a task", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_fail_fast_no_place_ends_the_watch_at_once()
    {
        await ReadyAsync();
        Ecs.At(3, service => service.Events!.Insert(0, Unplaceable(1)));
        var limits = new RolloutLimits(TimeSpan.FromMinutes(10)) { PlacementFailures = 1 };
        var failure = await Should.ThrowAsync<FailureException>(() => Time.RunAsync(() =>
            Deployers.Of(Ecs, News, Time, limits: limits).DeployAsync(Next, TestContext.Current.CancellationToken)));

        failure.ExitCode.ShouldBe(ExitCode.Unplaceable);
        Took.ShouldBeInRange(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4.2));
    }

    [Fact]
    public async Task What_could_not_be_placed_before_this_rollout_does_not_count()
    {
        await ReadyAsync();
        Ecs.Live!.Events!.AddRange([Unplaceable(1), Unplaceable(2)]);
        Ecs.At(2, FakeEcs.Complete);
        await DeployAsync();
        News.Lines.ShouldNotContain(line => line.Contains("unable to place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flapping_task_is_a_crash_though_the_breaker_never_trips()
    {
        await ReadyAsync();
        for (var second = 3.5; second < 60; second += 7)
        {
            Ecs.At(second, service => FakeEcs.Primary(service).RunningCount = 1);
            Ecs.At(second + 3.5, service => FakeEcs.Primary(service).RunningCount = 0);
        }

        (await FailureAsync()).ExitCode.ShouldBe(ExitCode.Crashing);
        Took.ShouldBeInRange(TimeSpan.FromSeconds(21), TimeSpan.FromSeconds(23));
    }

    [Fact]
    public async Task Without_a_breaker_failed_tasks_are_counted_here()
    {
        await ReadyAsync(Desired.Service() with { Rollout = new() { CircuitBreaker = false } });
        for (var failed = 1; failed <= 5; failed++)
        {
            var count = failed;
            Ecs.At(failed * 4, service => FakeEcs.Primary(service).FailedTasks = count);
        }

        var failure = await FailureAsync(Desired.Service("registry/tick@sha256:9") with { Rollout = new() { CircuitBreaker = false } });
        failure.ExitCode.ShouldBe(ExitCode.Crashing);
        failure.Message.ShouldContain("3 tasks started and died");
    }

    [Fact]
    public async Task A_later_deploy_supersedes_and_is_named()
    {
        await ReadyAsync();
        var later = "";
        Ecs.At(4, service => later = Ecs.Deploy(service, "arn:aws:ecs:eu-west-1:123456789012:task-definition/stack-tick:3").Id!);
        var failure = await FailureAsync();

        failure.ExitCode.ShouldBe(ExitCode.Superseded);
        failure.Message.ShouldContain($"{later} of stack-tick:3 took the place of");
    }

    [Fact]
    public async Task The_deadline_is_hard()
    {
        await ReadyAsync();
        for (var second = 1; second < 900; second += 2)
        {
            // Something is always new.
            Ecs.At(second, service => service.Events!.Insert(0, Ecs.Event("(service stack-tick) has started 1 tasks: (task 1).")));
        }

        RememberLooks();
        var failure = await FailureAsync();
        failure.ExitCode.ShouldBe(ExitCode.RolloutTimedOut);
        failure.Message.ShouldContain("not complete after 600 s");
        lastLook.ShouldBeInRange(TimeSpan.FromSeconds(598), TimeSpan.FromSeconds(600.1));
    }

    [Fact]
    public async Task Throttling_does_not_move_the_deadline()
    {
        await ReadyAsync();
        Ecs.Before = request =>
        {
            if (request is DescribeServicesRequest && Took > TimeSpan.FromSeconds(595))
            {
                throw FakeEcs.Throttled;
            }
        };

        RememberLooks();
        (await FailureAsync()).ExitCode.ShouldBe(ExitCode.RolloutTimedOut);
        lastLook.ShouldBeLessThan(TimeSpan.FromSeconds(600.1));
    }

    [Fact]
    public async Task A_service_that_is_deleted_meanwhile_is_a_failure()
    {
        await ReadyAsync();
        Ecs.At(2, service => (service.Status, service.Deployments) = ("INACTIVE", []));
        (await FailureAsync()).Message.ShouldContain("it was deleted meanwhile");
    }

    private void RememberLooks()
    {
        var before = Ecs.Before;
        Ecs.Before = request =>
        {
            lastLook = request is DescribeServicesRequest ? Took : lastLook;
            before(request);
        };
    }

    private ServiceEvent Unplaceable(int instance) => Ecs.Event(
        "(service stack-tick) was unable to place a task because no container instance met all of its requirements. "
        + $"The closest matching (container-instance 0123456789abcdef0123456789abcde{instance}) has insufficient memory available.");

    private void RollBack(Service service)
    {
        service.Events!.Insert(0, Ecs.Event("(service stack-tick) rolling back to deployment ecs-svc/1."));
        Ecs.Deploy(service, Ecs.Revisions[0].TaskDefinitionArn!);
    }
}
