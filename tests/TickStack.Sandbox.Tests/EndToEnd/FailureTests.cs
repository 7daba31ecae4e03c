using TickStack.Failures;
using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.EndToEnd;

[Collection(nameof(LiveStackTests))]
[Trait("Category", "Sandbox")]
public class FailureTests(LiveStackFixture stack)
{
    private static readonly string[] Changes = ["RegisterTaskDefinition", "CreateService", "UpdateService"];

    [Theory]
    [InlineData("ecs/tick/docker-compose.yml", "{{telegraf_image}}", "{{telegraf_imag}}", "telegraf_image")]
    [InlineData("ecs/tick/docker-compose.yml", "    environment:", "    enviroment:", "environment")]
    [InlineData("ecs/tick/ecs-params.yml", "task_execution_role:", "task_exection_role:", "task_execution_role")]
    public async Task A_wrong_template_is_shown_with_file_line_and_column_and_nothing_is_registered(string file, string right, string wrong, string meant)
    {
        await stack.SettleAsync();
        var original = File.ReadAllText(stack.Tree.PathOf(file));
        stack.Tree.Replace(file, right, wrong);
        try
        {
            var run = (await stack.Tree.RunAsync("--target=Deploy-Tick", "--exclusive")).ShouldEndWith((int)ExitCode.InvalidInput);

            run.Output.ShouldMatch(@"\.yml:\d+:\d+: ");
            run.Output.ShouldContain(meant);
            stack.Ecs.Operations.Intersect(Changes).ShouldBeEmpty();
        }
        finally
        {
            File.WriteAllText(stack.Tree.PathOf(file), original);
        }
    }

    [Fact]
    public async Task Terraform_failing_ends_the_run_with_its_own_words_and_a_remedy()
    {
        await stack.SettleAsync();
        var broken = stack.Tree.PathOf("terraform/cluster/broken.tf");
        File.WriteAllText(broken, "output \"broken\" { value = aws_nothing.here }\n");
        try
        {
            var run = (await stack.Tree.RunAsync("--target=Apply-Infrastructure")).ShouldEndWith((int)ExitCode.Failed);

            run.Output.ShouldContain("terraform plan of terraform/cluster failed");
            run.Output.ShouldContain("aws_nothing");
            run.Output.ShouldContain("→");
        }
        finally
        {
            File.Delete(broken);
        }
    }

    [Theory]
    [InlineData("Plan-Infrastructure", "terraform/cluster/volume.tf", "encrypted         = true", "encrypted         = false",
        @"terraform/cluster: the plan would replace aws_ebs_volume\.data, the data volume, because of: encrypted \(true → false\)")]
    [InlineData("Apply-Registry", "terraform/registry/main.tf", "\"influxdb\", \"telegraf\", ", "\"influxdb\", ",
        @"terraform/registry: the plan would destroy aws_ecr_repository\.component\[""telegraf""\], a repository of images that run, because of: its key is "
            + @"gone from for_each")]
    public async Task A_change_that_would_cost_data_is_refused_with_its_cause_and_leaves_no_plan(
        string target, string file, string right, string wrong, string refusal)
    {
        stack.Tree.Replace(file, right, wrong);
        try
        {
            var run = (await stack.Tree.RunAsync($"--target={target}")).ShouldEndWith((int)ExitCode.InvalidInput);

            run.Output.ShouldMatch(refusal);
            Directory.GetFiles(stack.Tree.PathOf($"artifacts/sandbox/{Path.GetDirectoryName(file)}"), "plan.tfplan").ShouldBeEmpty();
        }
        finally
        {
            stack.Tree.Replace(file, wrong, right);
        }
    }

    [Fact]
    public async Task A_registry_that_refuses_the_push_ends_the_run_and_deploys_nothing()
    {
        await stack.SettleAsync();
        using var ecr = new EmulatorProxy(stack.Tree.EmulatorUrl);
        ecr.Rule = Rules.Answer(
            "GetAuthorizationToken",
            Answer.Ok("""{ "authorizationData": [ { "authorizationToken": "QVdTOndyb25n", "proxyEndpoint": "http://127.0.0.1" } ] }"""));
        stack.Tree.With("AWS_ENDPOINT_URL_ECR", ecr.Url);
        stack.ChangeTelegraf();
        try
        {
            var run = (await stack.DeployTickAsync()).ShouldEndWith((int)ExitCode.Failed);

            run.Output.ShouldContain("docker push of");
            run.Output.ShouldContain("→");
            run.Output.ShouldNotContain("QVdTOndyb25n");
            stack.Ecs.Operations.Intersect(Changes).ShouldBeEmpty();
        }
        finally
        {
            stack.Tree.With("AWS_ENDPOINT_URL_ECR", null);
        }
    }

    [Fact]
    public async Task ECS_refusing_a_task_definition_ends_the_run_before_the_service_is_touched()
    {
        await stack.SettleAsync();
        stack.Ecs.Rule = Rules.Answer(
            "RegisterTaskDefinition",
            Answer.Error("AccessDeniedException", "User: dev is not authorized to perform: ecs:RegisterTaskDefinition"));
        stack.ChangeTelegraf();

        var run = (await stack.DeployTickAsync()).ShouldEndWith((int)ExitCode.Failed);

        run.Output.ShouldContain("ecs:RegisterTaskDefinition");
        run.Output.ShouldContain("→");
        stack.Ecs.Operations.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task A_rollout_that_fails_ends_the_run_with_the_reason_and_the_next_deploy_mends_it()
    {
        await stack.SettleAsync();
        await stack.ScriptRolloutsAsync("fail");
        stack.ChangeTelegraf();

        var run = (await stack.DeployTickAsync()).ShouldEndWith((int)ExitCode.RolloutFailed);

        run.Output.ShouldContain("tick-sandbox-tick");
        run.Output.ShouldContain("circuit breaker");
        await stack.SettleAsync();
    }

    [Fact]
    public async Task An_account_that_is_not_the_environments_own_is_refused_before_anything_is_made()
    {
        using var account = new StackTree()
            .With("AWS_ENDPOINT_URL", stack.Tree.EmulatorUrl)
            .With("AWS_ACCESS_KEY_ID", "test")
            .With("AWS_SECRET_ACCESS_KEY", "test");
        account.Replace("build/environments/production.json", "000000000000", "111111111111");

        var run = (await account.RunAsync("--target=Deploy", "--environment=production")).ShouldEndWith((int)ExitCode.Unavailable);

        run.Output.ShouldContain("belong to account 123456789012");
        run.Output.ShouldContain("111111111111");
        Directory.Exists(account.PathOf("artifacts")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_machine_without_Docker_and_without_a_way_to_get_it_is_told_what_to_do()
    {
        using var bare = new StackTree();
        bare.With("PATH", bare.OnlyPrograms("dotnet", "sh", "python3", "terraform")).With("DOCKER_HOST", "unix:///nonexistent/docker.sock");

        var run = (await bare.RunAsync("--target=Deploy")).ShouldEndWith((int)ExitCode.Unavailable);

        run.Output.ShouldContain("Docker");
        run.Output.ShouldContain("→");
    }
}
