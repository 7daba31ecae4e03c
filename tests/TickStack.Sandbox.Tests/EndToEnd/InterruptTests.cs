using System.Diagnostics;
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
        await stack.ScriptRolloutsAsync("stuck");
        File.AppendAllText(stack.Tree.PathOf("images/telegraf/telegraf.conf"), $"# {Guid.NewGuid()}\n");
        var host = stack.Tree.Start("--target=Deploy", "--rollout-timeout=5m");
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
    public async Task A_signal_while_Terraform_applies_leaves_no_process_behind_and_the_next_run_goes_through(bool interrupt, ExitCode expected)
    {
        await stack.SettleAsync();
        stack.Tree.Replace("build/environments/sandbox.json", "\"tick-sandbox\"", "\"tick-second\"");
        try
        {
            var host = stack.Tree.Start("--target=Apply-Infrastructure");
            await host.UntilPrintedAsync("complete after");

            Signal(host, interrupt);
            var run = await host.EndAsync();

            run.ShouldEndWith((int)expected);
            run.Output.ShouldContain("Teardown");
            TerraformProcesses().ShouldBeEmpty();
            (await stack.Tree.RunAsync("--target=Apply-Infrastructure")).ShouldEndWith(0);
        }
        finally
        {
            stack.Tree.Replace("build/environments/sandbox.json", "\"tick-second\"", "\"tick-sandbox\"");
        }
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

    // Of this test's tree alone: another Terraform on the machine is none of ours.
    private IEnumerable<string> TerraformProcesses() => Process.GetProcesses()
        .Where(process => process.ProcessName.StartsWith("terraform", StringComparison.Ordinal))
        .Select(process => $"/proc/{process.Id}/environ")
        .Where(File.Exists)
        .Where(environment => File.ReadAllText(environment).Contains(stack.Tree.Root, StringComparison.Ordinal));
}
