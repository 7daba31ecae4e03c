using TickStack.Sandbox.Tests.Http;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>A stack that has been deployed once, from nothing, for the tests that go on from there.</summary>
public class LiveStackFixture(SharedDeployment shared, SandboxEngine engine) : IAsyncLifetime
{
    protected SharedDeployment Shared { get; } = shared;

    public StackTree Tree { get; private set; } = null!;

    public HostRun FirstDeploy { get; private set; } = null!;

    /// <summary>In front of the emulated ECS for every run after the first.</summary>
    public EmulatorProxy Ecs { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Tree, FirstDeploy, Ecs) = await Shared.OpenAsync(engine);

    // It is the other collections' too.
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Brings the services up to the tree as it is now, so that a test does not depend on the one before it.</summary>
    public async Task SettleAsync()
    {
        await PassOnAsync();
        (await Tree.RunAsync("--target=Publish-Telegraf", "--target=Deploy-InfluxDb", "--target=Deploy-Tick", "--exclusive")).ShouldEndWith(0);
        Ecs.Forget();
    }

    /// <summary>The emulator alone answers, and every rollout completes: for a test that changes tick itself, whatever is deployed.</summary>
    public async Task PassOnAsync()
    {
        Ecs.Rule = Rules.PassOn;
        await ScriptRolloutsAsync("ok");
        Ecs.Forget();
    }

    /// <summary>One line more in Telegraf's configuration, and no other image is concerned.</summary>
    public void ChangeTelegraf() => File.AppendAllText(Tree.PathOf("images/telegraf/telegraf.conf"), $"# {Guid.NewGuid()}\n");

    /// <summary>One variable more in Telegraf's container: another revision of tick, and no image is concerned.</summary>
    public void ChangeTick() => Tree.Replace("ecs/tick/docker-compose.yml", "      AWS_REGION:", $"      CHANGE_{Guid.NewGuid():N}: \"1\"\n      AWS_REGION:");

    /// <summary>Publishes Telegraf and deploys tick from what the first deploy has saved: the part of a deploy that the infrastructure is no part of.</summary>
    public Task<HostRun> DeployTickAsync() => Tree.RunAsync("--target=Publish-Telegraf", "--target=Deploy-Tick", "--exclusive");

    /// <param name="outcome">"ok", "fail" or "stuck": how the rollouts that follow end.</param>
    /// <param name="ticks">How many looks at the service a rollout takes.</param>
    public async Task ScriptRolloutsAsync(string outcome, int ticks = 1)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsync(
            $"{Tree.EmulatorUrl}/tickstack/ecs", new StringContent($$"""{ "service": "*", "outcome": "{{outcome}}", "ticks": {{ticks}} }"""));
        response.EnsureSuccessStatusCode();
    }
}
