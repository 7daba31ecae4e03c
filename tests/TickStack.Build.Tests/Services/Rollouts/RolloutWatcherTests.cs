using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Errors;
using TickStack.Build.Services;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Services.Rollouts;

/// <summary>Timelines of a service that goes from revision 1 to revision 2, as a deploy lives through them.</summary>
public sealed class RolloutWatcherTests : IDisposable
{
    private readonly SimulatedTime _time = new();
    private readonly NewsList _news = new();
    private readonly FakeLogs _logs = new();
    private readonly FakeEcs _ecs;
    private TimeSpan _start;
    private TimeSpan _lastLook;

    public RolloutWatcherTests() => _ecs = new FakeEcs(_time.Clock);

    public void Dispose() => _ecs.Dispose();

    private TimeSpan Took => _time.Elapsed - _start;

    [Fact]
    public async Task Stable_at_once_ends_at_the_first_look()
    {
        await ReadyAsync();
        _ecs.At(0, FakeEcs.Complete);
        await DeployAsync();

        Took.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        Looks.ShouldBe(2);
    }

    [Fact]
    public async Task Stable_at_12_s_ends_within_13_s()
    {
        await ReadyAsync();
        _ecs.At(12, FakeEcs.Complete);
        await DeployAsync();
        Took.ShouldBeInRange(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(13.2));
    }

    [Fact]
    public async Task Failed_is_told_within_a_second_with_ECSs_reason_and_before_the_rollback()
    {
        await ReadyAsync();
        _ecs.At(10, Fail).At(16, RollBack);
        var failure = await FailureAsync();

        failure.ExitCode.ShouldBe(ExitCode.RolloutFailed);
        failure.Message.ShouldContain("the rollout of stack-tick:2 failed: ECS deployment circuit breaker: tasks failed to start.");
        Took.ShouldBeInRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11.2));
    }

    [Fact]
    public async Task A_rollback_that_is_complete_is_a_failure_and_no_success()
    {
        await ReadyAsync();
        _ecs.At(3, service =>
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
    public async Task Stopped_tasks_tell_their_reason_and_their_containers_exit_codes()
    {
        await ReadyAsync();
        _ecs.StoppedTasks.Add(new()
        {
            TaskArn = "arn:aws:ecs:eu-west-1:123456789012:task/stack/0a1b",
            StoppedReason = "Essential container in task exited",
            StopCode = TaskStopCode.EssentialContainerExited,
            Containers = [new() { Name = "kapacitor", ExitCode = 2, Reason = "OutOfMemoryError" }, new() { Name = "telegraf", ExitCode = 0 }],
        });
        _ecs.At(1, Fail);
        var failure = await FailureAsync();

        failure.Message.ShouldContain("task 0a1b stopped: Essential container in task exited (EssentialContainerExited)");
        failure.Message.ShouldContain("container kapacitor: exit code 2, OutOfMemoryError");
        failure.Message.ShouldNotContain("telegraf");
    }

    [Fact]
    public async Task A_failure_is_told_even_when_its_tasks_cannot_be_read()
    {
        await ReadyAsync();
        _ecs.At(1, Fail);
        _ecs.Before = request =>
        {
            if (request is ListTasksRequest)
            {
                throw FakeEcs.Refusal<AccessDeniedException>("not you");
            }
        };
        var failure = await FailureAsync();

        failure.ExitCode.ShouldBe(ExitCode.RolloutFailed);
        failure.Message.ShouldContain("stopped tasks could not be read: ECS, ListTasks: not you");
    }

    [Fact]
    public async Task No_place_is_told_at_once_and_ends_the_watch_when_it_is_told_again()
    {
        await ReadyAsync();
        _ecs.At(3, service => service.Events!.Insert(0, Unplaceable(1)));
        _ecs.At(8, service => service.Events!.Insert(0, Unplaceable(2)));
        var failure = await FailureAsync();

        failure.ExitCode.ShouldBe(ExitCode.Unplaceable);
        failure.Message.ShouldContain("insufficient memory available");
        Took.ShouldBeInRange(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9.2));
        _news.Lines.ShouldContain(line => line.StartsWith("stack-tick: was unable to place a task", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_placed_before_this_rollout_does_not_count()
    {
        await ReadyAsync();
        _ecs.Live!.Events!.AddRange([Unplaceable(1), Unplaceable(2)]);
        _ecs.At(2, FakeEcs.Complete);
        await DeployAsync();
        _news.Lines.ShouldNotContain(line => line.Contains("unable to place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flapping_task_is_a_crash_though_the_breaker_never_trips()
    {
        await ReadyAsync();
        for (var second = 3.5; second < 60; second += 7)
        {
            _ecs.At(second, service => FakeEcs.Primary(service).RunningCount = 1);
            _ecs.At(second + 3.5, service => FakeEcs.Primary(service).RunningCount = 0);
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
            _ecs.At(failed * 4, service => FakeEcs.Primary(service).FailedTasks = count);
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
        _ecs.At(4, service => later = _ecs.Deploy(service, "arn:aws:ecs:eu-west-1:123456789012:task-definition/stack-tick:3").Id!);
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
            _ecs.At(second, service => service.Events!.Insert(0, _ecs.Event("(service stack-tick) has started 1 tasks: (task 1).")));
        }

        RememberLooks();
        var failure = await FailureAsync();
        failure.ExitCode.ShouldBe(ExitCode.RolloutTimedOut);
        failure.Message.ShouldContain("not complete after 600 s");
        _lastLook.ShouldBeInRange(TimeSpan.FromSeconds(598), TimeSpan.FromSeconds(600.1));
    }

    [Fact]
    public async Task Throttling_does_not_move_the_deadline()
    {
        await ReadyAsync();
        _ecs.Before = request =>
        {
            if (request is DescribeServicesRequest && Took > TimeSpan.FromSeconds(595))
            {
                throw FakeEcs.Throttled;
            }
        };

        RememberLooks();
        (await FailureAsync()).ExitCode.ShouldBe(ExitCode.RolloutTimedOut);
        _lastLook.ShouldBeLessThan(TimeSpan.FromSeconds(600.1));
    }

    [Fact]
    public async Task A_quiet_rollout_is_looked_at_ever_more_seldom()
    {
        await ReadyAsync();
        await FailureAsync();
        Looks.ShouldBeInRange(600 / 5, 200);
    }

    [Fact]
    public async Task Only_news_is_told()
    {
        await ReadyAsync();
        _ecs.At(5, service => service.Events!.Insert(0, _ecs.Event("(service stack-tick) has stopped 1 running tasks: (task 1).")));
        _ecs.At(20, FakeEcs.Complete);
        await DeployAsync();

        _news.Lines.ShouldBe(_news.Lines.Distinct());
        _news.Lines.ShouldContain("stack-tick: has stopped 1 running tasks: (task 1).");
        _news.Lines.ShouldContain("stack-tick: 1 of 1 running, 0 pending");
        _news.Lines.Last().ShouldEndWith(" COMPLETED");
    }

    [Fact]
    public async Task A_cancelled_watch_says_that_ECS_goes_on()
    {
        await ReadyAsync();
        using var cancel = new CancellationTokenSource();
        _ecs.At(3, _ => cancel.Cancel());

        await Should.ThrowAsync<OperationCanceledException>(() => DeployAsync(token: cancel.Token));
        _news.Lines.Last().ShouldStartWith("stack-tick: no longer watched; ECS goes on with ecs-svc/");
        _ecs.Operations.ShouldNotContain("ListTasks");
    }

    [Fact]
    public async Task A_service_that_is_deleted_meanwhile_is_a_failure()
    {
        await ReadyAsync();
        _ecs.At(2, service => (service.Status, service.Deployments) = ("INACTIVE", []));
        (await FailureAsync()).Message.ShouldContain("it was deleted meanwhile");
    }

    private void RememberLooks()
    {
        var before = _ecs.Before;
        _ecs.Before = request =>
        {
            _lastLook = request is DescribeServicesRequest ? Took : _lastLook;
            before(request);
        };
    }

    private int Looks => _ecs.Requests.OfType<DescribeServicesRequest>().Count();

    private ServiceEvent Unplaceable(int instance) => _ecs.Event(
        "(service stack-tick) was unable to place a task because no container instance met all of its requirements. "
        + $"The closest matching (container-instance 0123456789abcdef0123456789abcde{instance}) has insufficient memory available.");

    private static void Fail(Service service)
    {
        var primary = FakeEcs.Primary(service);
        (primary.RolloutState, primary.RolloutStateReason) = (DeploymentRolloutState.FAILED, "ECS deployment circuit breaker: tasks failed to start.");
    }

    private void RollBack(Service service)
    {
        service.Events!.Insert(0, _ecs.Event("(service stack-tick) rolling back to deployment ecs-svc/1."));
        _ecs.Deploy(service, _ecs.Revisions[0].TaskDefinitionArn!);
    }

    private async Task ReadyAsync(DesiredService? desired = null)
    {
        _ecs.At(0, FakeEcs.Complete);
        await DeployAsync(desired ?? Desired.Service());
        _ecs.Requests.Clear();
        _news.Lines.Clear();
        _start = _time.Elapsed;
    }

    private Task<FailureException> FailureAsync(DesiredService? desired = null) => Should.ThrowAsync<FailureException>(() => DeployAsync(desired));

    private Task<DeployOutcome> DeployAsync(DesiredService? desired = null, CancellationToken? token = null) => _time.RunAsync(() =>
        Deployers.Of(_ecs, _news, _time, _logs).DeployAsync(desired ?? Desired.Service("registry/tick@sha256:9"), token ?? TestContext.Current.CancellationToken));
}
