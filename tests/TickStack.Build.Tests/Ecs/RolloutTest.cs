using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>A timeline of a service that goes from revision 1 to revision 2, as a deploy lives through it.</summary>
public abstract class RolloutTest : DeployerTest
{
    private TimeSpan start;

    private protected TimeSpan Took => Time.Elapsed - start;

    private protected int Looks => Ecs.Requests.OfType<DescribeServicesRequest>().Count();

    private protected static DesiredService Next { get; } = Desired.Service("registry/tick@sha256:9");

    private protected async Task ReadyAsync(DesiredService? desired = null)
    {
        await DeployedAsync(desired);
        start = Time.Elapsed;
    }

    private protected Task<FailureException> FailureAsync() => FailureAsync(Next);

    private protected Task<DeployOutcome> DeployAsync() => DeployAsync(Next);

    private protected static void Fail(Service service)
    {
        var primary = FakeEcs.Primary(service);
        (primary.RolloutState, primary.RolloutStateReason) = (DeploymentRolloutState.FAILED, "ECS deployment circuit breaker: tasks failed to start.");
    }
}
