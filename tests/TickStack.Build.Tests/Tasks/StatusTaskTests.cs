using Amazon.ECS;
using TickStack.Build.Tests.Ecs;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

public sealed class StatusTaskTests : OperationTest
{
    [Fact]
    public async Task Healthy_services_and_where_to_look_end_with_success()
    {
        await DeployedTimesAsync(1);
        Ecs.Live!.RunningCount = 1;
        using var run = Run();

        await run.RunAsync("Status");

        run.Console.Output.ShouldContain("metrics-influxdb");
        run.Console.Output.ShouldContain("Chronograf  http://chronograf.metrics.example:8888");
        run.Outcome.Conclusion.ShouldBe(ExitCode.Success);
    }

    [Fact]
    public async Task A_service_that_does_not_run_its_task_is_not_healthy()
    {
        await DeployedTimesAsync(1);
        Ecs.Live!.RunningCount = 0;
        using var run = Run("--service=tick");

        await run.RunAsync("Status");

        run.Console.Output.ShouldContain("not healthy");
        run.Console.Output.ShouldNotContain("influxdb");
        run.Outcome.Conclusion.ShouldBe(ExitCode.NotHealthy);
    }

    [Fact]
    public async Task A_service_that_does_not_exist_is_not_healthy()
    {
        using var run = Run("--service=influxdb");

        await run.RunAsync("Status");

        run.Console.Output.ShouldContain("does not exist");
        run.Outcome.Conclusion.ShouldBe(ExitCode.NotHealthy);
    }

    private TargetRun Run(params string[] options) => new TargetRun(Time, ["--target=Status", .. options]).WithOutputs().With<IAmazonECS>(Ecs);
}
