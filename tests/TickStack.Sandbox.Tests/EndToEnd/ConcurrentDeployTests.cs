using TickStack.Failures;

namespace TickStack.Sandbox.Tests.EndToEnd;

[Collection(nameof(LiveStackTests))]
[Trait("Category", "Sandbox")]
public class ConcurrentDeployTests(LiveStackFixture stack)
{
    private static readonly string[] Deploy = ["--target=Deploy-Tick", "--exclusive"];

    [Fact]
    public async Task Of_two_deploys_of_a_service_the_later_completes_and_the_earlier_names_it()
    {
        await stack.PassOnAsync();
        await stack.ScriptRolloutsAsync("ok", ticks: 1000);
        stack.ChangeTick();
        var earlier = stack.Tree.Start(Deploy);
        await earlier.UntilPrintedAsync("updated: taskDefinition");

        await stack.ScriptRolloutsAsync("ok");
        stack.ChangeTick();
        (await stack.Tree.RunAsync(Deploy)).ShouldEndWith((int)ExitCode.Success);
        var superseded = (await earlier.EndAsync()).ShouldEndWith((int)ExitCode.Superseded);

        var later = (await ServiceState.ReadAsync(stack.Tree.EmulatorUrl))["tick-sandbox-tick"];
        superseded.Output.ShouldContain($"{later.DeploymentId} of tick-sandbox-tick:{later.Revision} took the place of ecs-svc/");
        stack.Ecs.Operations.Count(call => call == "UpdateService").ShouldBe(2);
    }
}
