using TickStack.Build.Errors;

namespace TickStack.Sandbox.Tests.EndToEnd;

[Collection(nameof(EndToEndTests))]
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
            stack.Ecs.Calls.Intersect(Changes).ShouldBeEmpty();
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

    [Fact]
    public async Task A_registry_that_refuses_the_push_ends_the_run_and_deploys_nothing()
    {
        await stack.SettleAsync();
        using var ecr = new AwsProxy(stack.Tree.EmulatorUrl);
        ecr.Answer("GetAuthorizationToken", 200, """{ "authorizationData": [ { "authorizationToken": "QVdTOndyb25n", "proxyEndpoint": "http://127.0.0.1" } ] }""");
        stack.Tree.With("AWS_ENDPOINT_URL_ECR", ecr.Url);
        File.AppendAllText(stack.Tree.PathOf("images/telegraf/telegraf.conf"), $"# {Guid.NewGuid()}\n");
        try
        {
            var run = (await stack.Tree.RunAsync("--target=Deploy")).ShouldEndWith((int)ExitCode.Failed);

            run.Output.ShouldContain("docker push of");
            run.Output.ShouldContain("→");
            run.Output.ShouldNotContain("QVdTOndyb25n");
            stack.Ecs.Calls.Intersect(Changes).ShouldBeEmpty();
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
        stack.Ecs.Answer("RegisterTaskDefinition", 400, """{ "__type": "AccessDeniedException", "message": "User: dev is not authorized to perform: ecs:RegisterTaskDefinition" }""");
        File.AppendAllText(stack.Tree.PathOf("images/telegraf/telegraf.conf"), $"# {Guid.NewGuid()}\n");

        var run = (await stack.Tree.RunAsync("--target=Deploy")).ShouldEndWith((int)ExitCode.Failed);

        run.Output.ShouldContain("ecs:RegisterTaskDefinition");
        run.Output.ShouldContain("→");
        stack.Ecs.Calls.ShouldNotContain("UpdateService");
    }

    [Fact]
    public async Task A_rollout_that_fails_ends_the_run_with_the_reason_and_the_next_deploy_mends_it()
    {
        await stack.SettleAsync();
        await stack.ScriptRolloutsAsync("fail");
        File.AppendAllText(stack.Tree.PathOf("images/telegraf/telegraf.conf"), $"# {Guid.NewGuid()}\n");

        var run = (await stack.Tree.RunAsync("--target=Deploy")).ShouldEndWith((int)ExitCode.RolloutFailed);

        run.Output.ShouldContain("tick-sandbox-tick");
        run.Output.ShouldContain("circuit breaker");
        await stack.SettleAsync();
    }
}
