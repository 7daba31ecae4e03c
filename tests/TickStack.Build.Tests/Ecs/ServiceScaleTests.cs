using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

public sealed class ServiceScaleTests : OperationTest
{
    [Fact]
    public async Task Only_the_count_is_sent_so_that_the_registration_for_discovery_stays()
    {
        await DeployedTimesAsync(1);
        Settle(0, after: 3);
        await ScaleAsync(0);

        var update = Ecs.Requests.OfType<UpdateServiceRequest>().ShouldHaveSingleItem();
        update.DesiredCount.ShouldBe(0);
        (update.TaskDefinition, update.ServiceRegistries, update.NetworkConfiguration, update.ForceNewDeployment).ShouldBe((null, null, null, null));
        Ecs.Live!.ServiceRegistries!.ShouldHaveSingleItem().RegistryArn.ShouldEndWith("srv-1");
        News.Lines.ShouldBe(["stack-tick: desired count 1 → 0", "stack-tick: stopped: no task runs"]);
    }

    [Fact]
    public async Task Stopped_means_that_the_last_task_has_closed_its_files()
    {
        await DeployedTimesAsync(1);
        var task = new Amazon.ECS.Model.Task { TaskArn = "task/1", LastStatus = "STOPPING" };
        Ecs.StoppedTasks.Add(task);
        Settle(0, after: 1);
        Ecs.At(8, _ => task.LastStatus = "STOPPED");
        var start = Time.Elapsed;
        await ScaleAsync(0);

        (Time.Elapsed - start).ShouldBeInRange(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9.2));
    }

    [Fact]
    public async Task Back_again_waits_until_the_task_runs()
    {
        await DeployedTimesAsync(1);
        Settle(0, after: 0);
        await ScaleAsync(0);
        Settle(1, after: 5);
        await ScaleAsync(1);

        News.Lines.Last().ShouldBe("stack-tick: 1 of 1 running");
    }

    [Fact]
    public async Task Back_again_means_that_the_health_check_passes_where_there_is_one()
    {
        await DeployedTimesAsync(1);
        Ecs.Revisions.Single().ContainerDefinitions![0].HealthCheck = new HealthCheck { Command = ["CMD", "true"] };
        var task = new Amazon.ECS.Model.Task { TaskArn = "task/2", LastStatus = "RUNNING", HealthStatus = HealthStatus.UNKNOWN };
        Ecs.RunningTasks.Add(task);
        Settle(0, after: 0);
        await ScaleAsync(0);
        Settle(1, after: 2);
        Ecs.At(30, _ => task.HealthStatus = HealthStatus.HEALTHY);
        var start = Time.Elapsed;
        await ScaleAsync(1);

        (Time.Elapsed - start).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task The_count_that_is_there_is_not_sent_again()
    {
        await DeployedTimesAsync(1);
        Ecs.Live!.RunningCount = 1;
        Ecs.Live.PendingCount = 0;
        await ScaleAsync(1);

        Ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task A_count_that_is_never_reached_is_told_at_the_deadline()
    {
        await DeployedTimesAsync(1);
        Ecs.Live!.RunningCount = 1;

        (await Should.ThrowAsync<FailureException>(() => ScaleAsync(0))).ExitCode.ShouldBe(ExitCode.RolloutTimedOut);
    }

    private void Settle(int count, double after) => Ecs.At(after, service => (service.RunningCount, service.PendingCount) = (count, 0));

    private Task ScaleAsync(int count) => Time.RunAsync(() => new ServiceScale(Ecs, Limits, News, Time.Clock).ScaleAsync("stack", "stack-tick", count, Cancel));
}
