using System.Diagnostics;
using System.Text.RegularExpressions;
using TickStack.Build.Processes;
using TickStack.Failures;
using TickStack.Sandbox.Tests.Http;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>terraform/registry in a tree of its own, with one repository, and stopped while that is being made.</summary>
[Trait("Category", "Sandbox")]
public sealed class StateLockTests(SandboxEngine engine)
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_second_apply_names_the_locks_holder_and_a_killed_Terraform_leaves_nothing()
    {
        using var tree = await StartAsync();
        var made = new TaskCompletionSource();
        using var ecr = new EmulatorProxy(tree.EmulatorUrl) { Rule = Rules.Hold("CreateRepository", made) };
        tree.With("AWS_ENDPOINT_URL_ECR", ecr.Url);
        var first = tree.Start("--target=Apply-Registry");
        (await Task.WhenAny(made.Task, first.EndAsync())).ShouldBe(made.Task, first.Output);

        var second = (await tree.RunAsync("--target=Apply-Registry")).ShouldEndWith((int)ExitCode.Failed);
        second.Output.ShouldMatch(
            $@"the state is locked by {Environment.UserName}@\S+, for an apply since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC \(lock [0-9a-f-]{{36}}\)");
        second.Output.ShouldMatch("→ Wait until that run has ended.* force-unlock [0-9a-f-]{36}");

        // What began beside the registry's plan, to plan the cluster, ends with the run.
        var held = TerraformProcesses.Of(tree).Count;
        (await tree.RunAsync("--target=Deploy")).ShouldEndWith((int)ExitCode.Failed);
        TerraformProcesses.Of(tree).Count.ShouldBe(held);
        LockRecords.Of(tree, "cluster").ShouldBeEmpty();

        TerraformProcesses.Of(tree).Single(process => process.ProcessName == "terraform").Kill();
        var killed = (await first.EndAsync()).ShouldEndWith((int)ExitCode.Failed);
        killed.Output.ShouldContain("terraform/registry: the lock of a terraform that was killed here is removed");
        TerraformProcesses.Of(tree).ShouldBeEmpty();

        // The repository exists, and the state does not know it.
        ecr.Rule = Rules.PassOn;
        var next = (await tree.RunAsync("--target=Apply-Registry")).ShouldEndWith(0);
        next.Output.ShouldContain("'tick-sandbox/telegraf' was made by an apply that was cut short: it is taken into the state");
    }

    [Fact]
    public async Task A_run_killed_before_Terraform_said_a_word_leaves_no_lock_that_stops_the_next()
    {
        using var tree = await StartAsync();
        await KillAtLockAsync(tree);

        var next = (await tree.RunAsync("--target=Apply-Registry")).ShouldEndWith(0);

        next.Output.ShouldContain("terraform/registry: the lock of a terraform that was killed here is removed");
        LockRecords.Of(tree, "registry").ShouldBeEmpty();
        await A_lock_that_nobody_knows_of_is_removed_by_the_command_as_it_is_printed(tree);
    }

    private static async Task A_lock_that_nobody_knows_of_is_removed_by_the_command_as_it_is_printed(StackTree tree)
    {
        await KillAtLockAsync(tree);
        LockRecords.Delete(tree, "registry");
        var locked = (await tree.RunAsync("--target=Apply-Registry")).ShouldEndWith((int)ExitCode.Failed);
        var printed = Regex.Match(locked.Output, @"Only if its process is gone: (?<command>.* force-unlock [0-9a-f-]{36})").Groups["command"].Value;

        var shell = new Command("/bin/sh", "-c", $"echo yes | {printed}");
        var unlocked = await new MachineCommands(new ChildProcesses()).RunAsync(shell, TestContext.Current.CancellationToken);

        unlocked.ExitCode.ShouldBe(0, $"{printed}\n{unlocked.Output}{unlocked.Error}");
        (await tree.RunAsync("--target=Apply-Registry")).ShouldEndWith(0);
    }

    /// <summary>Kills host and terraform as soon as the lock's object is there: what Terraform says under it comes seconds later.</summary>
    private static async Task KillAtLockAsync(StackTree tree)
    {
        var host = tree.Start("--target=Apply-Registry", "--verbosity=verbose");
        var end = host.EndAsync();
        for (var watch = Stopwatch.StartNew(); !await IsLockedAsync(tree); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            end.IsCompleted.ShouldBeFalse(host.Output);
            watch.Elapsed.ShouldBeLessThan(Bound, $"there is no lock:\n{host.Output}");
        }

        host.Kill();
        foreach (var process in TerraformProcesses.Of(tree).Where(process => process.ProcessName == "terraform"))
        {
            process.Kill();
        }

        await end;
        (await IsLockedAsync(tree)).ShouldBeTrue($"Terraform was killed too late:\n{host.Output}");
        LockRecords.NamesALock(tree, "registry").ShouldBeFalse("Terraform was killed too late: it has said something under the lock");
    }

    private static Task<bool> IsLockedAsync(StackTree tree) =>
        EmulatorCall.HoldsAsync(tree.EmulatorUrl, "tick-sandbox-terraform-state", "tick-sandbox/registry.tfstate.tflock");

    private async Task<StackTree> StartAsync()
    {
        // The tests' common engine: a tree's own would be the machine's, and end with it.
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        var tree = new StackTree();
        tree.Replace("terraform/registry/main.tf", """["influxdb", "telegraf", "kapacitor", "chronograf"]""", """["telegraf"]""");
        (await tree.RunAsync("--target=Start-Sandbox")).ShouldEndWith(0);
        return tree;
    }
}
