using Amazon.ECS;
using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>What is told while a rollout is watched.</summary>
public sealed class RolloutNewsTests : RolloutTest
{
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
        Ecs.At(5, service => service.Events!.Insert(0, Ecs.Event("(service stack-tick) has stopped 1 running tasks: (task 1).")));
        Ecs.At(20, FakeEcs.Complete);
        await DeployAsync();

        News.Lines.ShouldBe(News.Lines.Distinct());
        News.Lines.ShouldContain("stack-tick: has stopped 1 running tasks: (task 1).");
        News.Lines.ShouldContain("stack-tick: 1 of 1 running, 0 pending");
        News.Lines.Last().ShouldEndWith(" COMPLETED");
    }

    [Fact]
    public async Task A_cancelled_watch_says_that_ECS_goes_on()
    {
        await ReadyAsync();
        using var cancel = new CancellationTokenSource();
        Ecs.At(3, _ => cancel.Cancel());

        await Should.ThrowAsync<OperationCanceledException>(() => DeployAsync(Next, cancel.Token));
        News.Lines.Last().ShouldStartWith("stack-tick: no longer watched; ECS goes on with ecs-svc/");
        Ecs.Requests.OfType<ListTasksRequest>().ShouldAllBe(request => request.DesiredStatus == DesiredStatus.RUNNING);
    }

    [Fact]
    public async Task The_states_of_the_rollouts_own_tasks_are_news()
    {
        await ReadyAsync();
        Ecs.At(1, service => Ecs.RunningTasks.AddRange(
            [Task(service, "0a1b", "PENDING"), new() { TaskArn = "task/other", StartedBy = "ecs-svc/other", LastStatus = "RUNNING" }]));
        Ecs.At(6, service => Ecs.RunningTasks[0] = Task(service, "0a1b", "RUNNING"));
        Ecs.At(12, FakeEcs.Complete);
        await DeployAsync();

        News.Lines.Where(line => line.Contains("task ", StringComparison.Ordinal))
            .ShouldBe(["stack-tick: task 0a1b PENDING", "stack-tick: task 0a1b RUNNING, HEALTHY"]);
    }

    [Fact]
    public async Task A_rollout_goes_on_when_its_tasks_may_not_be_listed_and_says_so_once()
    {
        await ReadyAsync();
        Ecs.Before = request =>
        {
            if (request is ListTasksRequest)
            {
                throw FakeEcs.Refusal<AccessDeniedException>("not you");
            }
        };
        Ecs.At(10, FakeEcs.Complete);
        await DeployAsync();

        News.Lines.Where(line => line.Contains("not you", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldStartWith("stack-tick: task states cannot be read: ECS, ListTasks");
    }

    private static Amazon.ECS.Model.Task Task(Service service, string id, string status) => new()
    {
        TaskArn = $"arn:aws:ecs:eu-west-1:123456789012:task/stack/{id}",
        StartedBy = FakeEcs.Primary(service).Id,
        LastStatus = status,
        HealthStatus = status == "RUNNING" ? HealthStatus.HEALTHY : HealthStatus.UNKNOWN,
    };
}
