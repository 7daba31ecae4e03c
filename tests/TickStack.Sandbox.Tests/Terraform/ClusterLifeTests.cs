using System.Text.Json.Nodes;
using TickStack.Failures;
using TickStack.Sandbox.Tests.EndToEnd;

namespace TickStack.Sandbox.Tests.Terraform;

/// <summary>From the first plan after the apply to the end of everything: an apply and a destroy take most of a minute each, so there is one life.</summary>
[Collection(nameof(AppliedClusterTests))]
[Trait("Category", "Sandbox")]
public sealed class ClusterLifeTests(AppliedCluster cluster)
{
    private static readonly string[] Services = ["tick-sandbox-influxdb", "tick-sandbox-tick"];

    private static readonly string[] Data = ["aws_ebs_volume.", "aws_kms_key.", "aws_secretsmanager_secret"];

    private readonly StackTree tree = cluster.Tree;
    private readonly AccountContent account = new(cluster);

    [Fact]
    public async Task A_dead_instance_is_replaced_and_Destroy_leaves_the_data_until_asked_for_it()
    {
        await An_instance_that_dies_is_replaced_behind_Terraforms_back();
        await account.CreateServicesAsync(Services);
        await Without_a_terminal_nothing_is_destroyed();
        await A_destroy_that_is_killed_is_finished_by_the_next();
        await What_holds_data_is_left_in_account_and_state();
        await There_is_nothing_more_to_destroy();
        await The_next_apply_finds_the_same_volume_even_when_the_state_has_lost_it();
        await With_the_data_everything_goes();
    }

    private async Task An_instance_that_dies_is_replaced_behind_Terraforms_back()
    {
        await PlanIsEmptyAsync();
        var first = await account.InstanceAsync();
        await account.TerminateAsync(first);
        (await account.InstanceAsync()).ShouldNotBe(first);
        await PlanIsEmptyAsync();
    }

    private async Task Without_a_terminal_nothing_is_destroyed()
    {
        var run = (await tree.RunAsync("--target=Destroy")).ShouldEndWith((int)ExitCode.InvalidInput);

        run.Output.ShouldContain("goes   the services tick-sandbox-tick and tick-sandbox-influxdb");
        run.Output.ShouldContain($"stays  the data volume {account.Volume} ");
        run.Output.ShouldContain("→ Run it again with --confirm=sandbox.");
        (await account.ServicesAsync(Services)).ShouldBe([("ACTIVE", 1), ("ACTIVE", 1)]);
        await PlanIsEmptyAsync();
    }

    private async Task A_destroy_that_is_killed_is_finished_by_the_next()
    {
        var killed = tree.Start("--target=Destroy", "--confirm=sandbox");
        await killed.UntilPrintedAsync("Destruction complete after");

        // Ten seconds pass before the capacity providers are gone; by then the host has written down whose lock it is.
        await SignalledTerraform.UntilAsync(() => LockRecords.NamesALock(tree, "cluster"), () => "whose lock it is was not written down");
        killed.Kill();
        KillTerraform();
        await killed.EndAsync();
        killed.Output.ShouldMatch(
            "(?s)tick-sandbox-tick: removed.*tick-sandbox-influxdb: stopped: no task runs.*tick-sandbox-influxdb: removed.*planning what goes");

        var run = (await tree.RunAsync("--target=Destroy", "--confirm=sandbox")).ShouldEndWith(0);

        run.Output.ShouldContain("the lock of a terraform that was killed here is removed");
        run.Output.ShouldContain($"The data volume {account.Volume}, its key and the secrets stay");
    }

    private async Task What_holds_data_is_left_in_account_and_state()
    {
        (await account.ClusterStateAsync()).ShouldBe("INACTIVE");
        (await account.VolumeStatesAsync()).ShouldBe(["available"]);
        (await account.KeyStateAsync()).ShouldBe("Enabled");
        (await account.SecretsAsync()).ShouldBe(["tick-sandbox/influxdb/admin-password", "tick-sandbox/influxdb/telegraf-password"], ignoreOrder: true);
        (await account.RepositoriesAsync()).Count.ShouldBe(4);
        var kept = (await cluster.Terraform.ShouldSucceedAsync("state", "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(address => !address.StartsWith("data.", StringComparison.Ordinal)).ToList();
        kept.Count.ShouldBe(6);
        kept.ShouldAllBe(address => Data.Any(type => address.StartsWith(type, StringComparison.Ordinal)));
        File.Exists(tree.PathOf("artifacts/sandbox/infrastructure/cluster.json")).ShouldBeFalse();
        File.Exists(tree.PathOf("artifacts/sandbox/infrastructure/registry.json")).ShouldBeTrue();
    }

    private async Task There_is_nothing_more_to_destroy() =>
        (await tree.RunAsync("--target=Destroy")).ShouldEndWith(0).Output.ShouldContain("Nothing is there to destroy.");

    private async Task The_next_apply_finds_the_same_volume_even_when_the_state_has_lost_it()
    {
        await cluster.Terraform.ShouldSucceedAsync("state", "rm", "aws_ebs_volume.data", "aws_kms_key.this");

        var run = (await tree.RunAsync("--target=Apply-Infrastructure")).ShouldEndWith(0);

        run.Output.ShouldMatch(@"aws_kms_key\.this: arn:aws:kms:\S+ encrypts the data volume: it is taken into the state");
        run.Output.ShouldContain($"aws_ebs_volume.data: {account.Volume} carries the stack's tags, and the state has no volume: it is taken into the state");
        var outputs = JsonNode.Parse(
            await File.ReadAllTextAsync(tree.PathOf("artifacts/sandbox/infrastructure/cluster.json"), TestContext.Current.CancellationToken))!;
        outputs["dataVolumeId"]!.GetValue<string>().ShouldBe(account.Volume);
        (await account.VolumeStatesAsync()).ShouldBe(["in-use"]);
    }

    private async Task With_the_data_everything_goes()
    {
        var run = (await tree.RunAsync("--target=Destroy", "--include-data", "--confirm=sandbox")).ShouldEndWith(0);

        run.Output.ShouldMatch($@"Left: the final snapshot of {account.Volume}.*\n.*None of them can be read after AWS deletes the key, on \d{{4}}-\d\d-\d\d");
        (await account.VolumeStatesAsync()).ShouldBeEmpty();
        (await account.SnapshotsAsync()).ShouldHaveSingleItem();
        (await account.KeyStateAsync()).ShouldBe("PendingDeletion");
        (await account.SecretsAsync()).ShouldBeEmpty();
        (await account.RepositoriesAsync()).ShouldBeEmpty();
        (await cluster.Terraform.ShouldSucceedAsync("state", "list")).ShouldBeEmpty();
        Directory.Exists(tree.PathOf("artifacts/sandbox/terraform/cluster/destroy")).ShouldBeFalse();
        File.Exists(tree.PathOf("artifacts/sandbox/infrastructure/registry.json")).ShouldBeFalse();
    }

    // It ends by itself when it next prints something, for nobody reads that any more.
    private void KillTerraform()
    {
        foreach (var process in TerraformProcesses.Of(tree).Where(process => process.ProcessName == "terraform"))
        {
            process.Kill();
        }
    }

    private async Task PlanIsEmptyAsync() =>
        (await tree.RunAsync("--target=Plan-Infrastructure")).ShouldEndWith(0).Output.ShouldContain("terraform/cluster: no changes");
}
