using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

public sealed class ServiceRemovalTests : OperationTest
{
    private ServiceRemoval Removal => new(Ecs, new ServiceScale(Ecs, Limits, News, Time.Clock), Limits, News, Time.Clock);

    [Fact]
    public async Task A_service_is_deleted_after_its_last_task_and_waited_for_until_it_is_gone()
    {
        await DeployedTimesAsync(1);
        var task = new Amazon.ECS.Model.Task { TaskArn = "task/1", LastStatus = "STOPPING" };
        Ecs.StoppedTasks.Add(task);
        Ecs.At(1, service => (service.RunningCount, service.PendingCount) = (0, 0)).At(8, _ => task.LastStatus = "STOPPED");
        Ecs.Before = request =>
        {
            if (request is DeleteServiceRequest)
            {
                task.LastStatus.ShouldBe("STOPPED");
            }
        };
        await RemoveAsync();

        Ecs.Operations.Where(operation => operation is "UpdateService" or "DeleteService").ShouldBe(["UpdateService", "DeleteService"]);
        Ecs.Requests.OfType<DeleteServiceRequest>().Single().Force.ShouldBeNull();
        Ecs.Live!.Status.ShouldBe("INACTIVE");
        News.Lines.ShouldBe(["stack-tick: desired count 1 → 0", "stack-tick: stopped: no task runs", "stack-tick: removed"]);
    }

    [Fact]
    public async Task One_that_an_earlier_run_has_deleted_is_only_waited_for()
    {
        await DeployedTimesAsync(1);
        await Ecs.DeleteServiceAsync(new(), Cancel);
        await RemoveAsync();

        Ecs.Operations.ShouldNotContain("UpdateService");
        Ecs.Requests.OfType<DeleteServiceRequest>().Count().ShouldBe(1);
        Ecs.Live!.Status.ShouldBe("INACTIVE");
    }

    [Fact]
    public async Task One_that_is_gone_or_was_never_there_is_no_error()
    {
        (await IsThereAsync()).ShouldBeFalse();
        await RemoveAsync();
        await DeployedTimesAsync(1);
        Ecs.Live!.Status = "INACTIVE";

        (await IsThereAsync()).ShouldBeFalse();
        await RemoveAsync();
        Ecs.Operations.Distinct().ShouldBe(["DescribeServices"]);
    }

    [Fact]
    public async Task Neither_is_a_cluster_that_is_gone()
    {
        Ecs.Before = _ => throw FakeEcs.Refusal<ClusterNotFoundException>("Cluster not found.");

        (await IsThereAsync()).ShouldBeFalse();
        await RemoveAsync();
    }

    [Fact]
    public async Task A_deletion_whose_answer_is_lost_is_not_an_error_when_the_service_is_gone()
    {
        await DeployedTimesAsync(1);
        Ecs.At(0, service => (service.RunningCount, service.PendingCount) = (0, 0));
        Ecs.After = request => Lose(request);
        await RemoveAsync();

        Ecs.Requests.OfType<DeleteServiceRequest>().Count().ShouldBe(2);
        News.Lines.Last().ShouldBe("stack-tick: removed");
    }

    [Fact]
    public async Task A_service_that_is_never_removed_is_told_at_the_deadline()
    {
        await DeployedTimesAsync(1);
        Ecs.Live!.Status = "DRAINING";

        (await Should.ThrowAsync<FailureException>(RemoveAsync)).ExitCode.ShouldBe(ExitCode.RolloutTimedOut);
    }

    private void Lose(object request)
    {
        if (request is DeleteServiceRequest)
        {
            Ecs.After = _ => { };
            Ecs.Before = next => ThrowIfDeleted(next);
            throw new HttpRequestException("The connection was closed.");
        }
    }

    private static void ThrowIfDeleted(object request)
    {
        if (request is DeleteServiceRequest)
        {
            throw FakeEcs.Refusal<ServiceNotActiveException>("Service is not active.");
        }
    }

    private Task<bool> IsThereAsync() => Time.RunAsync(() => Removal.IsThereAsync("stack", "stack-tick", Cancel));

    private Task RemoveAsync() => Time.RunAsync(() => Removal.RemoveAsync("stack", "stack-tick", Cancel));
}
