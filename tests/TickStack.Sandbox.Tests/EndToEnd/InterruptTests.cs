using TickStack.Failures;

namespace TickStack.Sandbox.Tests.EndToEnd;

[Collection(nameof(LiveStackTests))]
[Trait("Category", "Sandbox")]
public class InterruptTests(LiveStackFixture stack)
{
    [Theory]
    [InlineData(true, ExitCode.Interrupted)]
    [InlineData(false, ExitCode.Terminated)]
    public async Task A_signal_while_a_rollout_is_awaited_ends_the_run_and_the_next_one_goes_through(bool interrupt, ExitCode expected)
    {
        await stack.SettleAsync();
        await stack.ScriptRolloutsAsync("ok", ticks: 8);
        stack.ChangeTelegraf();
        var host = stack.Tree.Start("--target=Publish-Telegraf", "--target=Deploy-Tick", "--exclusive", "--rollout-timeout=5m");
        await host.UntilPrintedAsync("tick-sandbox-tick:");

        host.Signal(interrupt);
        var run = await host.EndAsync();

        run.ShouldEndWith((int)expected);
        run.Output.ShouldContain("Teardown");
        await stack.SettleAsync();
    }
}
