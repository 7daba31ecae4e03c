namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>How often the host asks ECS before it first looks at what became of a change, the verification included.</summary>
[Collection(nameof(EndToEndTests))]
public class ApiCallTests(LiveStackFixture stack)
{
    [Fact]
    public async Task A_service_with_nothing_to_do_takes_five_calls_at_most()
    {
        await stack.SettleAsync();

        (await DeployAsync()).Calls.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task An_update_takes_six_calls_at_most()
    {
        await stack.SettleAsync();
        stack.ChangeTick();

        (await DeployAsync()).CallsBeforeFirstPoll.ShouldBeLessThanOrEqualTo(6);

        stack.Ecs.Operations.ShouldContain("UpdateService");
    }

    [Fact]
    public async Task A_new_service_takes_seven_calls_at_most()
    {
        await stack.SettleAsync();
        await EmulatorCall.SendAsync(
            stack.Tree.EmulatorUrl, "ecs", "AmazonEC2ContainerServiceV20141113.DeleteService", """{ "cluster": "tick-sandbox", "service": "tick-sandbox-tick", "force": true }""");
        stack.ChangeTick();

        (await DeployAsync()).CallsBeforeFirstPoll.ShouldBeLessThanOrEqualTo(7);

        stack.Ecs.Operations.ShouldContain("RegisterTaskDefinition");
        stack.Ecs.Operations.ShouldContain("CreateService");
    }

    private async Task<DeployFigures> DeployAsync()
    {
        var figures = DeployFigures.Of((await stack.Tree.RunAsync("--target=Deploy-Tick", "--exclusive")).ShouldEndWith(0), stack.Ecs);
        TestContext.Current.TestOutputHelper!.WriteLine($"{figures}: {string.Join(", ", stack.Ecs.Operations)}");
        return figures;
    }
}
