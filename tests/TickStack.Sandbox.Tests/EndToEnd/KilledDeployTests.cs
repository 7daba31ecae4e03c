using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.EndToEnd;

[Collection(nameof(LiveStackTests))]
[Trait("Category", "Sandbox")]
public class KilledDeployTests(LiveStackFixture stack)
{
    private static readonly string[] Deploy = ["--target=Deploy-Tick", "--exclusive"];
    private static readonly string[] Changes = ["RegisterTaskDefinition", "UpdateService"];

    [Theory]
    [InlineData("RegisterTaskDefinition")]
    [InlineData("UpdateService")]
    public async Task The_run_after_a_host_killed_during_a_call_makes_no_second_revision_or_deployment(string operation)
    {
        await stack.PassOnAsync();
        var before = (await ServiceState.ReadAsync(stack.Tree.EmulatorUrl))["tick-sandbox-tick"];
        stack.ChangeTick();
        await KillAsync(operation);

        var run = (await stack.Tree.RunAsync(Deploy)).ShouldEndWith(0);

        var after = (await ServiceState.ReadAsync(stack.Tree.EmulatorUrl))["tick-sandbox-tick"];
        after.Revision.ShouldBe(before.Revision + 1);
        stack.Ecs.Operations.Where(Changes.Contains).ShouldBe(Changes, "each was to be carried out once, by one run or the other");
        run.Output.ShouldContain($"tick-sandbox-tick:{after.Revision}");
    }

    // The operation is carried out, but its answer never comes.
    private async Task KillAsync(string operation)
    {
        var carriedOut = new TaskCompletionSource();
        stack.Ecs.Rule = Rules.Hold(operation, carriedOut);
        var host = stack.Tree.Start(Deploy);
        var end = host.EndAsync();
        await Task.WhenAny(carriedOut.Task, end);
        end.IsCompleted.ShouldBeFalse(host.Output);
        host.Kill();
        await end;
        stack.Ecs.Rule = Rules.PassOn;
    }
}
