using TickStack.Failures;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>In a tree and with an emulator of its own: the cluster is made here for the first time.</summary>
[Trait("Category", "Sandbox")]
public sealed class TerraformInterruptTests(SandboxEngine engine)
{
    [Fact]
    public async Task A_signal_while_Terraform_waits_leaves_no_process_and_the_next_run_goes_on()
    {
        // The tests' common engine: a tree's own would be the machine's, and end with it.
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        using var tree = new StackTree();

        await SignalAsync(tree, "aws_kms_key.this: Still creating... [10s elapsed]", interrupt: true, ExitCode.Interrupted);
        await SignalAsync(tree, "aws_ecs_cluster.this: Still creating... [10s elapsed]", interrupt: false, ExitCode.Terminated);

        (await tree.RunAsync("--target=Apply-Infrastructure")).ShouldEndWith(0);
    }

    // Where nothing but that is awaited. A signal that cuts off a request on its way is the provider's to survive.
    private static async Task SignalAsync(StackTree tree, string waiting, bool interrupt, ExitCode expected)
    {
        var host = tree.Start("--target=Apply-Infrastructure", "--verbosity=verbose");
        await host.UntilPrintedAsync(waiting);

        host.Signal(interrupt);
        var run = await host.EndAsync();

        run.ShouldEndWith((int)expected);
        run.Output.ShouldContain("Teardown");
        TerraformProcesses.Of(tree).ShouldBeEmpty();
    }
}
