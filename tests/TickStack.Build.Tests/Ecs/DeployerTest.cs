using TickStack.Build.Ecs;
using TickStack.Failures;

namespace TickStack.Build.Tests.Ecs;

/// <summary>A deployer, an ECS that does what a test has planned, and a clock that moves only when somebody waits.</summary>
public abstract class DeployerTest : IDisposable
{
    private protected DeployerTest() => Ecs = new FakeEcs(Time.Clock);

    private protected SimulatedTime Time { get; } = new();

    private protected NewsList News { get; } = new();

    private protected FakeLogs Logs { get; } = new();

    private protected FakeEcs Ecs { get; }

    public void Dispose()
    {
        Ecs.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The service runs revision 1, and nothing of that counts for the test.</summary>
    private protected async Task DeployedAsync(DesiredService? desired = null)
    {
        Ecs.At(0, FakeEcs.Complete);
        await DeployAsync(desired ?? Desired.Service());
        Ecs.Requests.Clear();
        News.Lines.Clear();
    }

    private protected Task<FailureException> FailureAsync(DesiredService desired) => Should.ThrowAsync<FailureException>(() => DeployAsync(desired));

    private protected Task<DeployOutcome> DeployAsync(DesiredService desired, CancellationToken? cancellationToken = null) => Time.RunAsync(() =>
        Deployers.Of(Ecs, News, Time, Logs).DeployAsync(desired, cancellationToken ?? TestContext.Current.CancellationToken));
}
