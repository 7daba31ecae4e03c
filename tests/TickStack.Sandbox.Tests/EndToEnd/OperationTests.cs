using System.Text.Json.Nodes;
using TickStack.Failures;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>The targets that work on what runs, as a person types them.</summary>
[Collection(nameof(LiveStackTests))]
[Trait("Category", "Sandbox")]
public class OperationTests(LiveStackFixture stack)
{
    private const string Tick = "tick-sandbox-tick";

    private static readonly string[] Changes = ["RegisterTaskDefinition", "CreateService", "UpdateService", "TagResource", "DeregisterTaskDefinition"];

    [Fact]
    public async Task Diff_after_a_deploy_is_empty_on_a_fresh_clone_too()
    {
        await stack.SettleAsync();
        Directory.Move(stack.Tree.PathOf("artifacts"), stack.Tree.PathOf("kept"));
        try
        {
            var run = (await stack.Tree.RunAsync("--target=Diff")).ShouldEndWith((int)ExitCode.Success);

            run.Output.ShouldContain("tick-sandbox-influxdb: no differences");
            run.Output.ShouldContain($"{Tick}: no differences");
        }
        finally
        {
            Directory.Delete(stack.Tree.PathOf("artifacts"), recursive: true);
            Directory.Move(stack.Tree.PathOf("kept"), stack.Tree.PathOf("artifacts"));
        }
    }

    [Fact]
    public async Task Diff_shows_a_change_that_is_not_published_yet_and_changes_nothing()
    {
        await stack.SettleAsync();
        stack.ChangeTelegraf();
        var run = (await stack.Tree.RunAsync("--target=Diff")).ShouldEndWith((int)ExitCode.Differences);

        run.Output.ShouldContain($"--- {Tick} (live, {Tick}:");
        run.Output.ShouldMatch(@"\+ +""image"": ""\S+/telegraf@sha256:not-published-yet""");
        run.Output.ShouldNotContain("building");
        stack.Ecs.Operations.Intersect(Changes).ShouldBeEmpty();
    }

    [Fact]
    public async Task Verify_finds_an_image_that_is_not_published()
    {
        await stack.SettleAsync();
        stack.ChangeTelegraf();
        var run = (await stack.Tree.RunAsync("--target=Verify")).ShouldEndWith((int)ExitCode.Unavailable);

        run.Output.ShouldMatch(@"telegraf: the image \S+/telegraf@sha256:not-published-yet is not in its repository");
        run.Output.ShouldContain("→ publish it: --target=Publish");
    }

    [Fact]
    public async Task A_deploy_whose_secrets_are_gone_names_all_of_them_and_changes_nothing()
    {
        await stack.SettleAsync();
        stack.ChangeTelegraf();
        var secrets = (await SecretsAsync()).Select(secret => (string)secret!["Name"]!).ToList();
        await EachAsync(secrets, "DeleteSecret");
        try
        {
            var run = (await stack.DeployTickAsync()).ShouldEndWith((int)ExitCode.Unavailable);

            secrets.Count.ShouldBe(2);
            secrets.ShouldAllBe(
                secret => run.Output.Contains($"the secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:{secret}", StringComparison.Ordinal));
            stack.Ecs.Operations.Intersect(Changes).ShouldBeEmpty();
        }
        finally
        {
            await EachAsync(secrets, "RestoreSecret");
        }

        (await stack.Tree.RunAsync("--target=Verify", "--service=influxdb")).ShouldEndWith(0);
    }

    [Fact]
    public async Task A_task_that_no_instance_has_room_for_is_refused_before_anything_changes()
    {
        await stack.SettleAsync();
        const string Limits = "mem_reservation: \"{{telegraf_memory_reservation}}m\"\n      mem_limit: \"{{telegraf_memory_limit}}m\"";
        stack.Tree.Replace("ecs/tick/ecs-params.yml", Limits, "mem_reservation: 30000m\n      mem_limit: 30000m");
        try
        {
            var run = (await stack.DeployTickAsync()).ShouldEndWith((int)ExitCode.Unavailable);

            run.Output.ShouldMatch($@"no instance has room for a task of {Tick}: i-\w+ \(r5\.large\) needs \d+ MiB of memory, \d+ are free");
            stack.Ecs.Operations.Intersect(Changes).ShouldBeEmpty();
        }
        finally
        {
            stack.Tree.Replace("ecs/tick/ecs-params.yml", "mem_reservation: 30000m\n      mem_limit: 30000m", Limits);
        }
    }

    [Fact]
    public async Task Rollback_runs_the_revision_before_and_the_next_deploy_brings_the_newer_one_again()
    {
        await stack.SettleAsync();
        var before = await ServiceState.ReadAsync(stack.Tree.EmulatorUrl);
        stack.ChangeTelegraf();
        (await stack.DeployTickAsync()).ShouldEndWith(0);
        stack.Ecs.Forget();

        var run = (await stack.Tree.RunAsync("--target=Rollback", "--service=tick")).ShouldEndWith(0);

        var revision = before[Tick].Revision;
        run.Output.ShouldMatch($@"{Tick}: {Tick}:{revision + 1} → {Tick}:{revision} \(completed \d{{4}}-");
        stack.Ecs.Operations.ShouldNotContain("RegisterTaskDefinition");
        (await ServiceState.ReadAsync(stack.Tree.EmulatorUrl))[Tick].Revision.ShouldBe(revision);
        (await stack.DeployTickAsync()).ShouldEndWith(0);
        (await ServiceState.ReadAsync(stack.Tree.EmulatorUrl))[Tick].Revision.ShouldBe(revision + 1);
    }

    [Fact]
    public async Task To_without_a_service_is_refused() =>
        (await stack.Tree.RunAsync("--target=Rollback", "--to=1"))
            .ShouldEndWith((int)ExitCode.InvalidInput).Output.ShouldContain("say which with --service=influxdb or --service=tick");

    [Fact]
    public async Task Stopped_for_maintenance_and_started_again_a_service_keeps_its_registration()
    {
        await stack.SettleAsync();
        var before = await RegistriesAsync();
        (await stack.Tree.RunAsync("--target=Scale", "--desired-count=0"))
            .ShouldEndWith(0).Output.ShouldContain("tick-sandbox-influxdb: stopped: no task runs");

        (await stack.Tree.RunAsync("--target=Status")).ShouldEndWith(0).Output.ShouldMatch($@"{Tick}\s+stopped\s+{Tick}:\d+\s+0 of 0 running");
        (await stack.Tree.RunAsync("--target=Scale", "--desired-count=1")).ShouldEndWith(0);
        (await stack.Tree.RunAsync("--target=Status")).ShouldEndWith(0).Output.ShouldMatch($@"{Tick}\s+healthy\s+{Tick}:\d+\s+1 of 1 running");
        (await RegistriesAsync()).ShouldBe(before);
        before.ShouldContain("srv-");
    }

    [Fact]
    public async Task Old_revisions_go_and_those_in_use_stay()
    {
        await stack.SettleAsync();
        stack.ChangeTelegraf();
        (await stack.DeployTickAsync()).ShouldEndWith(0);
        var current = (await ServiceState.ReadAsync(stack.Tree.EmulatorUrl))[Tick].Revision;

        (await stack.Tree.RunAsync("--target=Revisions", "--service=tick", "--keep=1")).ShouldEndWith(0);
        var run = (await stack.Tree.RunAsync("--target=Revisions", "--service=tick")).ShouldEndWith(0);

        run.Output.ShouldContain($"{Tick}:{current} (runs)");
        run.Output.ShouldContain("(a rollback goes there)");
        run.Output.Split('\n').Count(line => line.Contains($"  {Tick}:", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Logs_of_both_services_are_prefixed_and_followed_until_interrupted()
    {
        await stack.SettleAsync();
        var followed = stack.Tree.Start("--target=Logs", "--follow", "--since=24h");
        await followed.UntilPrintedAsync("chronograf ");
        followed.Interrupt();
        var run = (await followed.EndAsync()).ShouldEndWith((int)ExitCode.Interrupted);

        foreach (var container in (string[])["influxdb", "telegraf", "kapacitor", "chronograf"])
        {
            run.Output.ShouldMatch($@"(?m)^{container} +\d\d:\d\d:\d\d\.\d{{3}}Z \S");
        }
    }

    [Fact]
    public async Task A_backup_is_a_tagged_snapshot_and_a_change_of_InfluxDB_takes_one_first()
    {
        await stack.SettleAsync();
        (await stack.Tree.RunAsync("--target=Backup")).ShouldEndWith(0).Output.ShouldMatch(@"snapshot snap-\w+ of vol-\w+ is \w+ \(by hand\)");
        File.AppendAllText(stack.Tree.PathOf("images/influxdb/influxdb.conf"), $"# {Guid.NewGuid()}\n");

        var run = (await stack.Tree.RunAsync("--target=Publish-InfluxDb", "--target=Deploy-InfluxDb", "--exclusive")).ShouldEndWith(0);

        run.Output.ShouldMatch(@"snapshot snap-\w+ of vol-\w+ is \w+ \(before a deploy over tick-sandbox-influxdb:\d+\)");
        run.Output.IndexOf("snapshot snap-", StringComparison.Ordinal)
            .ShouldBeLessThan(run.Output.IndexOf("tick-sandbox-influxdb: updated", StringComparison.Ordinal));
        (await stack.DeployTickAsync()).ShouldEndWith(0).Output.ShouldNotContain("snapshot snap-");
    }

    private async Task<string> RegistriesAsync()
    {
        var described = await EmulatorCall.SendAsync(stack.Tree.EmulatorUrl, "ecs", "AmazonEC2ContainerServiceV20141113.DescribeServices",
            $$"""{ "cluster": "tick-sandbox", "services": ["{{Tick}}"] }""");
        return described["services"]![0]!["serviceRegistries"]!.ToJsonString();
    }

    private async Task EachAsync(IEnumerable<string> secrets, string operation)
    {
        foreach (var secret in secrets)
        {
            await EmulatorCall.SendAsync(stack.Tree.EmulatorUrl, "secretsmanager", $"secretsmanager.{operation}", $$"""{ "SecretId": "{{secret}}" }""");
        }
    }

    private async Task<JsonArray> SecretsAsync() =>
        (await EmulatorCall.SendAsync(stack.Tree.EmulatorUrl, "secretsmanager", "secretsmanager.ListSecrets", "{}"))["SecretList"]!.AsArray();
}
