using Amazon.ECS;
using TickStack.Build.Ecs;

namespace TickStack.Build.Tests.Ecs;

internal static class Deployers
{
    public static ServiceDeployer Of(IAmazonECS ecs, NewsList news, SimulatedTime time, FakeLogs? logs = null, RolloutLimits? limits = null) =>
        new(ecs, limits ?? new RolloutLimits(TimeSpan.FromMinutes(10)), logs ?? new FakeLogs(), news, time.Clock);

    /// <summary>Plan and deploy in one, without the look at what must be there first.</summary>
    public static async Task<DeployOutcome> DeployAsync(this ServiceDeployer deployer, DesiredService desired, CancellationToken cancellationToken) =>
        await deployer.DeployAsync(await deployer.PlanAsync(desired, cancellationToken), cancellationToken);
}
