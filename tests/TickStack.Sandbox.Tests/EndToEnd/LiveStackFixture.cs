namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>A stack that has been deployed once, from nothing, for the tests that go on from there.</summary>
public sealed class LiveStackFixture : IAsyncLifetime
{
    public StackTree Tree { get; } = new();

    public HostRun FirstDeploy { get; private set; } = null!;

    /// <summary>In front of the emulated ECS for every run after the first.</summary>
    public AwsProxy Ecs { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        FirstDeploy = await Tree.RunAsync("--target=Deploy");
        FirstDeploy.ShouldEndWith(0);
        Ecs = new AwsProxy(Tree.EmulatorUrl);
        Tree.With("AWS_ENDPOINT_URL_ECS", Ecs.Url);
    }

    public ValueTask DisposeAsync()
    {
        Ecs?.Dispose();
        Tree.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Brings the stack up to the tree as it is now, so that a test does not depend on the one before it.</summary>
    public async Task SettleAsync()
    {
        Ecs.StopAnswering();
        await ScriptRolloutsAsync("ok");
        (await Tree.RunAsync("--target=Deploy")).ShouldEndWith(0);
        Ecs.Forget();
    }

    /// <param name="outcome">"ok", "fail" or "stuck": how the rollouts that follow end.</param>
    public async Task ScriptRolloutsAsync(string outcome)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsync($"{Tree.EmulatorUrl}/tickstack/ecs", new StringContent($$"""{ "service": "*", "outcome": "{{outcome}}" }"""));
        response.EnsureSuccessStatusCode();
    }
}
