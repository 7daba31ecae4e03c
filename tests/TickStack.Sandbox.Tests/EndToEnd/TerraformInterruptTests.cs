using TickStack.Failures;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>In a tree and with an emulator of its own: the cluster is made here for the first time.</summary>
[Trait("Category", "Sandbox")]
public sealed class TerraformInterruptTests(SandboxEngine engine)
{
    [Theory]
    [InlineData(true, ExitCode.Interrupted)]
    [InlineData(false, ExitCode.Terminated)]
    public async Task A_signal_while_Terraform_waits_leaves_no_process_and_the_next_run_succeeds(bool interrupt, ExitCode expected)
    {
        // The tests' common engine: a tree's own would be the machine's, and end with it.
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        using var tree = new StackTree();
        var host = tree.Start("--target=Apply-Infrastructure", "--verbosity=verbose");

        // Ten seconds on, only the key and the cluster are awaited. A signal that cuts off a request on its way is the provider's to survive.
        await host.UntilPrintedAsync("Still creating... [10s elapsed]");

        host.Signal(interrupt);
        var run = await host.EndAsync();

        run.ShouldEndWith((int)expected);
        run.Output.ShouldContain("Teardown");
        TerraformProcesses.Of(tree).ShouldBeEmpty();
        (await tree.RunAsync("--target=Apply-Infrastructure")).ShouldEndWith(0);
    }
}
