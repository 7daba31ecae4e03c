using TickStack.Build.Ecs;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>A service that has been deployed several times; each of its deployments completed.</summary>
public abstract class OperationTest : DeployerTest
{
    private protected static RolloutLimits Limits { get; } = new(TimeSpan.FromMinutes(10));

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected async Task DeployedTimesAsync(int times)
    {
        for (var time = 1; time <= times; time++)
        {
            await DeployedAsync(Desired.Service($"registry/tick@sha256:{time}"));
            Ecs.Completed.Add(Ecs.Live!.TaskDefinition!);
        }
    }

    private protected Task<DeployOutcome> RollBackAsync(string? to = null) => Time.RunAsync(async () =>
    {
        var rollback = new ServiceRollback(Ecs, Limits, Logs, News, Time.Clock);
        return await rollback.RollBackAsync(await rollback.PlanAsync("stack", "stack-tick", to, Cancel), Cancel);
    });
}
