namespace TickStack.Sandbox.Tests.EndToEnd;

[Collection(nameof(LiveStackTests))]
[Trait("Category", "Sandbox")]
public class DeployTests(LiveStackFixture stack)
{
    private static readonly string[] Changes = ["RegisterTaskDefinition", "CreateService", "UpdateService"];

    [Fact]
    public void The_first_deploy_brings_everything_up_and_says_what_it_did()
    {
        var output = stack.FirstDeploy.Output;

        foreach (var image in (string[])["influxdb", "telegraf", "kapacitor", "chronograf"])
        {
            output.ShouldMatch($@"{image}\s+\S+-[0-9a-f]{{12}}\s+sha256:[0-9a-f]{{12}}\s+pushed");
        }

        output.ShouldMatch(@"terraform/cluster\s+\d+ to create");
        output.ShouldMatch(@"tick-sandbox-influxdb\s+tick-sandbox-influxdb:1\s");
        output.ShouldMatch(@"tick-sandbox-tick\s+tick-sandbox-tick:1\s");
    }

    [Fact]
    public async Task A_second_deploy_with_nothing_saved_plans_each_root_once_and_changes_nothing()
    {
        await stack.SettleAsync();
        Directory.Delete(stack.Tree.PathOf("artifacts/sandbox"), recursive: true);

        var run = (await stack.Tree.RunAsync("--target=Deploy")).ShouldEndWith(0);

        stack.Ecs.Operations.ShouldNotBeEmpty();
        stack.Ecs.Operations.Intersect(Changes).ShouldBeEmpty();
        run.Output.ShouldNotContain("building");
        run.Output.ShouldNotContain("pushing");
        run.Output.ShouldMatch(@"terraform/registry\s+no changes");
        run.Output.ShouldMatch(@"terraform/cluster\s+no changes");
        foreach (var planning in (string[])["» terraform/registry: planning", "» terraform/cluster: planning"])
        {
            run.Output.Split(planning).Length.ShouldBe(2, planning);
        }

        run.Output.IndexOf("» terraform/cluster: planning", StringComparison.Ordinal)
            .ShouldBeLessThan(run.Output.IndexOf("is in the repository already", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_Telegraf_builds_Telegraf_alone_and_redeploys_tick_alone()
    {
        await stack.SettleAsync();
        var before = await ServiceState.ReadAsync(stack.Tree.EmulatorUrl);
        stack.ChangeTelegraf();

        var run = (await stack.Tree.RunAsync("--target=Deploy")).ShouldEndWith(0);

        run.Output.ShouldContain("telegraf: building");
        run.Output.ShouldNotContain("influxdb: building");
        run.Output.ShouldNotContain("kapacitor: building");
        run.Output.ShouldNotContain("chronograf: building");
        var after = await ServiceState.ReadAsync(stack.Tree.EmulatorUrl);
        after["tick-sandbox-influxdb"].ShouldBe(before["tick-sandbox-influxdb"]);
        after["tick-sandbox-tick"].Revision.ShouldBe(before["tick-sandbox-tick"].Revision + 1);
        stack.Ecs.Operations.Count(call => call == "RegisterTaskDefinition").ShouldBe(1);
        stack.Ecs.Operations.Count(call => call == "UpdateService").ShouldBe(1);
    }

    [Fact]
    public async Task One_image_can_be_published_alone()
    {
        await stack.SettleAsync();
        stack.ChangeTelegraf();

        var run = (await stack.Tree.RunAsync("--target=Publish-Telegraf")).ShouldEndWith(0);

        run.Output.ShouldContain("telegraf: pushed");
        run.Output.ShouldNotContain("kapacitor: ");
        stack.Ecs.Operations.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_service_can_be_deployed_alone_from_what_earlier_runs_have_saved()
    {
        await stack.SettleAsync();

        var run = (await stack.Tree.RunAsync("--target=Deploy-InfluxDb", "--exclusive")).ShouldEndWith(0);

        run.Output.ShouldContain("tick-sandbox-influxdb");
        run.Output.ShouldNotContain("terraform/");
        run.Output.ShouldNotContain("tick-sandbox-tick");
        stack.Ecs.Operations.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task Secrets_are_in_nothing_that_a_deploy_leaves_behind()
    {
        var secrets = await EmulatedSecrets.ReadAsync(stack.Tree.EmulatorUrl);
        secrets.Count.ShouldBe(2);

        var files = Directory.EnumerateFiles(stack.Tree.PathOf("artifacts"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/providers/", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            secrets.ShouldAllBe(secret => !text.Contains(secret, StringComparison.Ordinal), file);
        }

        secrets.ShouldAllBe(secret => !stack.FirstDeploy.Output.Contains(secret, StringComparison.Ordinal));
    }
}
