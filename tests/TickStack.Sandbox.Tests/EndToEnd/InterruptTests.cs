using TickStack.Build.Errors;

namespace TickStack.Sandbox.Tests.EndToEnd;

[Collection(nameof(EndToEndTests))]
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

        Signal(host, interrupt);
        var run = await host.EndAsync();

        run.ShouldEndWith((int)expected);
        run.Output.ShouldContain("Teardown");
        await stack.SettleAsync();
    }

    [Theory]
    [InlineData(true, ExitCode.Interrupted)]
    [InlineData(false, ExitCode.Terminated)]
    public async Task A_signal_while_Terraform_awaits_what_it_makes_leaves_no_process_behind_and_the_next_run_goes_through(bool interrupt, ExitCode expected)
    {
        await stack.SettleAsync();
        // A tree and an emulator of its own: the cluster is made here for the first time.
        using var tree = new StackTree();
        var host = tree.Start("--target=Apply-Infrastructure");
        await host.UntilPrintedAsync("Creation complete after");

        // The key and the cluster are being awaited now. A signal that cuts off a request on its way is the provider's to survive.
        await host.UntilQuietAsync(TimeSpan.FromSeconds(3));

        Signal(host, interrupt);
        var run = await host.EndAsync();

        run.ShouldEndWith((int)expected);
        run.Output.ShouldContain("Teardown");
        TerraformProcesses.Of(tree).ShouldBeEmpty();
        (await tree.RunAsync("--target=Apply-Infrastructure")).ShouldEndWith(0);
    }

    private static void Signal(RunningHost host, bool interrupt)
    {
        if (interrupt)
        {
            host.Interrupt();
        }
        else
        {
            host.Terminate();
        }
    }
}
