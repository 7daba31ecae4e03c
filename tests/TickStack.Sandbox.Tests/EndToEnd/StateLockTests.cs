using TickStack.Failures;
using TickStack.Sandbox.Tests.Http;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>terraform/registry in a tree of its own, with one repository, and stopped while that is being made.</summary>
[Trait("Category", "Sandbox")]
public sealed class StateLockTests(SandboxEngine engine)
{
    [Fact]
    public async Task A_second_apply_says_who_holds_the_lock_and_when_Terraform_is_killed_nothing_of_it_is_left_and_the_next_run_goes_through()
    {
        using var tree = await StartAsync();
        var made = new TaskCompletionSource();
        using var ecr = new EmulatorProxy(tree.EmulatorUrl) { Rule = Rules.Hold("CreateRepository", made) };
        tree.With("AWS_ENDPOINT_URL_ECR", ecr.Url);
        var first = tree.Start("--target=Apply-Registry");
        (await Task.WhenAny(made.Task, first.EndAsync())).ShouldBe(made.Task, first.Output);

        var second = (await tree.RunAsync("--target=Apply-Registry")).ShouldEndWith((int)ExitCode.Failed);
        second.Output.ShouldMatch($@"the state is locked by {Environment.UserName}@\S+, for an apply since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC \(lock [0-9a-f-]{{36}}\)");
        second.Output.ShouldMatch("→ Wait until that run has ended.* force-unlock [0-9a-f-]{36}");

        // What began beside the registry's plan, to plan the cluster, ends with the run.
        var held = TerraformProcesses.Of(tree).Count;
        (await tree.RunAsync("--target=Deploy")).ShouldEndWith((int)ExitCode.Failed);
        TerraformProcesses.Of(tree).Count.ShouldBe(held);
        File.Exists(tree.PathOf("artifacts/sandbox/terraform/cluster/lock.json")).ShouldBeFalse();

        TerraformProcesses.Of(tree).Single(process => process.ProcessName == "terraform").Kill();
        var killed = (await first.EndAsync()).ShouldEndWith((int)ExitCode.Failed);
        killed.Output.ShouldContain("terraform/registry: the lock of a terraform that was killed here is removed");
        TerraformProcesses.Of(tree).ShouldBeEmpty();

        // The repository exists, and the state does not know it.
        ecr.Rule = Rules.PassOn;
        var next = (await tree.RunAsync("--target=Apply-Registry")).ShouldEndWith(0);
        next.Output.ShouldContain("'tick-sandbox/telegraf' was made by an apply that was cut short: it is taken into the state");
    }

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
