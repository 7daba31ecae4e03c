using System.Diagnostics;
using System.Globalization;
using TickStack.Failures;
using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>
/// Signals at a real terminal. Terraform is started in two ways: by Cake's aliases (Plan-Infrastructure) and as a command (Doctor). A
/// second interrupt makes the real one abort at once, and a missing one has it killed after 30 s.
/// </summary>
[Trait("Category", "Sandbox")]
public sealed class TerminalTests : IDisposable
{
    private const string CtrlC = "\u0003";
    private const string Account = "111122223333";

    private const string Identity =
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
        + $"<GetCallerIdentityResult><Account>{Account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

    // A child that does not listen is killed after 30 s.
    private static readonly TimeSpan BelowTheGrace = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private readonly EmulatorProxy sts = new("http://127.0.0.1:9") { Rule = (_, _) => Task.FromResult(Answer.Ok(Identity)) };
    private readonly StackTree tree = new();
    private readonly SignalledTerraform terraform;

    public TerminalTests()
    {
        tree.Replace("build/environments/production.json", "000000000000", Account);
        tree.With("AWS_ENDPOINT_URL", sts.Url).With("AWS_ACCESS_KEY_ID", "test").With("AWS_SECRET_ACCESS_KEY", "test");
        tree.With("AWS_CONFIG_FILE", tree.PathOf("none")).With("AWS_SHARED_CREDENTIALS_FILE", tree.PathOf("none")).With("AWS_EC2_METADATA_DISABLED", "true");
        terraform = new SignalledTerraform(tree);
    }

    public void Dispose()
    {
        tree.Dispose();
        sts.Dispose();
    }

    [Theory]
    [InlineData("Plan-Infrastructure")]
    [InlineData("Doctor")]
    public async Task An_interrupt_of_the_host_alone_reaches_its_child_once_and_ends_the_run(string target)
    {
        var host = tree.StartAtTerminal(Options(target));
        var ids = await terraform.StartedAsync(host);

        await ShouldEndAsync(host, () => Send("-INT", ids.Host), ExitCode.Interrupted);
    }

    [Theory]
    [InlineData("Plan-Infrastructure")]
    [InlineData("Doctor")]
    public async Task Ctrl_C_at_the_terminal_reaches_the_child_once_and_ends_the_run(string target)
    {
        var host = tree.StartAtTerminal(Options(target));
        await terraform.StartedAsync(host);

        await ShouldEndAsync(host, () => host.Type(CtrlC), ExitCode.Interrupted);
    }

    [Theory]
    [InlineData("Plan-Infrastructure", "-TERM", ExitCode.Terminated)]
    [InlineData("Doctor", "-TERM", ExitCode.Terminated)]
    [InlineData("Plan-Infrastructure", "-HUP", ExitCode.HungUp)]
    [InlineData("Doctor", "-HUP", ExitCode.HungUp)]
    public async Task SIGTERM_and_SIGHUP_interrupt_the_child_once_and_end_the_run(string target, string signal, ExitCode exitCode)
    {
        var host = tree.StartAtTerminal(Options(target));
        var ids = await terraform.StartedAsync(host);

        await ShouldEndAsync(host, () => Send(signal, ids.Host), exitCode);
    }

    [Theory]
    [InlineData("Plan-Infrastructure")]
    [InlineData("Doctor")]
    public async Task A_run_that_was_started_with_SIGINT_ignored_still_interrupts_its_child(string target)
    {
        // A shell without job control does that to what it leaves in the background.
        var host = tree.StartBy(["sh", "-c", "\"$@\" & wait $!", "sh"], Options(target));
        var ids = await terraform.StartedAsync(host);

        await ShouldEndAsync(host, () => Send("-TERM", ids.Host), ExitCode.Terminated);
    }

    [Theory]
    [InlineData("Plan-Infrastructure")]
    [InlineData("Doctor")]
    public async Task A_terminal_that_is_closed_interrupts_the_child_once_and_leaves_no_process(string target)
    {
        var host = tree.StartAtTerminal(Options(target));
        var ids = await terraform.StartedAsync(host);

        host.Kill();
        await SignalledTerraform.UntilGoneAsync(ids.Host, "the host");

        await SignalledTerraform.UntilGoneAsync(ids.Terraform, "terraform");
        terraform.Signals.ShouldBe(["INT"]);
    }

    [Theory]
    [InlineData("Plan-Infrastructure")]
    [InlineData("Doctor")]
    public async Task A_second_Ctrl_C_ends_the_host_and_a_child_that_does_not_listen_at_once(string target)
    {
        var host = tree.With("DEAF", "yes").StartAtTerminal(Options(target));
        var ids = await terraform.StartedAsync(host);
        host.Type(CtrlC);
        await BoundedAsync(host.UntilPrintedAsync("Interrupted"), host, "say that it was interrupted");
        var watch = Stopwatch.StartNew();

        host.Type(CtrlC);
        var run = await EndAsync(host);

        run.ExitCode.ShouldBe((int)ExitCode.Interrupted, run.Output);
        await SignalledTerraform.UntilGoneAsync(ids.Terraform, "terraform");
        watch.Elapsed.ShouldBeLessThan(BelowTheGrace);
    }

    [Theory]
    [InlineData(true, ExitCode.Interrupted)]
    [InlineData(false, ExitCode.Terminated)]
    public async Task A_child_that_fails_the_moment_it_is_told_is_said_to_be_interrupted(bool interrupt, ExitCode expected)
    {
        var host = tree.With("QUICK", "yes").Start(Options("Plan-Infrastructure"));
        await terraform.StartedAsync(host);

        host.Signal(interrupt);
        var run = (await EndAsync(host)).ShouldEndWith((int)expected);

        run.Output.ShouldContain("was interrupted.");
        run.Output.ShouldNotContain("→");
    }

    [Fact]
    public async Task An_interrupt_is_not_lost_while_the_child_is_being_started()
    {
        var starting = tree.PathOf("signalled/starting");
        SignalledTerraform.Write(tree.PathOf("signalled/setsid"),
            $"#!/bin/sh\necho $PPID >'{starting}.new'; mv '{starting}.new' '{starting}'; sleep 2; PATH=${{PATH#*:}}; exec setsid \"$@\"\n");
        var host = tree.StartAtTerminal(Options("Plan-Infrastructure"));
        await SignalledTerraform.UntilAsync(() => File.Exists(starting), () => $"setsid was not started:\n{host.Output}");
        var watch = Stopwatch.StartNew();

        Send("-INT", int.Parse(File.ReadAllText(starting), CultureInfo.InvariantCulture));

        (await EndAsync(host)).ShouldEndWith((int)ExitCode.Interrupted);
        watch.Elapsed.ShouldBeLessThan(BelowTheGrace, "it was killed after the grace");
    }

    [Fact]
    public async Task A_program_in_a_folder_with_an_equals_sign_is_started_although_SIGINT_is_ignored()
    {
        var elsewhere = new SignalledTerraform(tree, "signal=led");
        var host = tree.StartBy(["sh", "-c", "\"$@\" & wait $!", "sh"], Options("Plan-Infrastructure"));

        var ids = await elsewhere.StartedAsync(host);

        Send("-KILL", ids.Terraform);
        (await EndAsync(host)).ShouldEndWith((int)ExitCode.Failed);
    }

    [Fact]
    public async Task What_a_child_prints_has_its_own_name_before_it()
    {
        var host = tree.StartAtTerminal(Options("Plan-Infrastructure"));
        var ids = await terraform.StartedAsync(host);
        await BoundedAsync(host.UntilPrintedAsync("terraform │ working"), host, "show what terraform prints");

        Send("-INT", ids.Host);

        (await EndAsync(host)).Output.ShouldNotContain("setsid");
    }

    private static string[] Options(string target) => [$"--target={target}", "--environment=production", "--verbosity=verbose"];

    private async Task ShouldEndAsync(RunningHost host, Action signal, ExitCode exitCode)
    {
        signal();
        var run = await EndAsync(host);

        run.ShouldEndWith((int)exitCode);
        terraform.HasEndedByItself.ShouldBeTrue($"it was killed after the grace:\n{run.Output}");
        terraform.Signals.ShouldBe(["INT"], run.Output);
    }

    private static async Task<HostRun> EndAsync(RunningHost host)
    {
        var end = host.EndAsync();
        await BoundedAsync(end, host, "end");
        return await end;
    }

    private static async Task BoundedAsync(Task task, RunningHost host, string what)
    {
        (await Task.WhenAny(task, Task.Delay(Bound, TestContext.Current.CancellationToken)))
            .ShouldBe(task, $"the host did not {what} within {Bound}:\n{host.Output}");
        await task;
    }

    private static void Send(string signal, int id)
    {
        using var kill = Process.Start("kill", [signal, id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
