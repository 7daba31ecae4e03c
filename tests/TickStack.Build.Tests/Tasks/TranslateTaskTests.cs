using System.Text.Json.Nodes;
using TickStack.Build.Tasks;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

public sealed class TranslateTaskTests : IDisposable
{
    private const string Web = "services: {web: {image: a, ports: [\"80:80\"]}}\n";

    private const string Discovery =
        "version: 1\nrun_params: {service_discovery: {private_dns_namespace: {id: ns-1}, container_name: web, container_port: 80, "
            + "service_discovery_service: {name: s, dns_config: {type: SRV}}}}\n";

    private static readonly string[] Needed = ["--compose=c.yml", "--project-name=web", "--output=out"];

    private readonly TranslateRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Both_requests_are_written_and_named()
    {
        run.With("c.yml", Web).Translate();

        run.Files("out").ShouldBe([TranslateTask.ServiceFile, TranslateTask.TaskDefinitionFile]);
        run.Notes.ShouldBe([$"wrote {Path.Combine("out", TranslateTask.TaskDefinitionFile)}", $"wrote {Path.Combine("out", TranslateTask.ServiceFile)}"]);
        run.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Without_further_options_the_service_says_no_more_than_it_must() =>
        run.With("c.yml", Web).Translate().Read(TranslateTask.ServiceFile).ReplaceLineEndings("\n").ShouldBe("""
            {
              "desiredCount": 1,
              "enableECSManagedTags": true,
              "propagateTags": "TASK_DEFINITION",
              "serviceName": "web",
              "taskDefinition": "web"
            }

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Every_option_reaches_the_service()
    {
        run.With("c.yml", Web).Translate(
            "--cluster=main",
            "--deployment-min-healthy-percent=0",
            "--deployment-max-percent=100",
            "--launch-type=ec2",
            "--scheduling-strategy=replica",
            "--health-check-grace-period=45",
            "--target-group=targetGroupArn=arn:one,containerName=web,containerPort=80",
            "--target-groups=loadBalancerName=old,containerName=web,containerPort=80",
            "--tags=team=shop,note=a=b,blank=",
            "--disable-ecs-managed-tags");

        JsonNode.Parse(run.Read(TranslateTask.ServiceFile))!.ToJsonString().ShouldBe(
            """
            {"cluster":"main","deploymentConfiguration":{"maximumPercent":100,"minimumHealthyPercent":0},"desiredCount":1,"healthCheckGracePeriodSeconds":45,
            "launchType":"EC2","loadBalancers":[{"containerName":"web","containerPort":80,"targetGroupArn":"arn:one"},
            {"containerName":"web","containerPort":80,"loadBalancerName":"old"}],"propagateTags":"TASK_DEFINITION",
            "schedulingStrategy":"REPLICA","serviceName":"web",
            "tags":[{"key":"team","value":"shop"},{"key":"note","value":"a=b"},{"key":"blank","value":""}],"taskDefinition":"web"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void Ecs_params_beside_the_compose_file_are_used_unless_others_are_named()
    {
        run.With("sub/c.yml", Web).With("sub/ecs-params.yml", "version: 1\ntask_definition: {task_role_arn: beside}\n")
            .With("p.yml", "version: 1\ntask_definition: {task_role_arn: named}\n");

        Role("--compose=sub/c.yml").ShouldBe("beside");
        Role("--compose=sub/c.yml", "--ecs-params=p.yml").ShouldBe("named");

        string? Role(params string[] arguments) =>
            JsonNode.Parse(run.Translate(["--target=Translate", "--project-name=web", "--output=out", .. arguments], new Dictionary<string, string>())
                .Read(TranslateTask.TaskDefinitionFile))!["taskRoleArn"]?.GetValue<string>();
    }

    [Fact]
    public void The_environment_counts_over_the_file_beside_compose_and_both_serve_both_files()
    {
        run.With("c.yml", "services: {web: {image: \"a:${TAG}\", environment: [ZONE]}}").With("p.yml", "version: 1\ntask_definition: {task_role_arn: $ROLE}\n")
            .With(".env", "TAG=file\nROLE='r'\nZONE=\"z\" # here\n");

        run.Translate(["--target=Translate", "--compose=c.yml", "--ecs-params=p.yml", "--project-name=web", "--output=out"],
            new Dictionary<string, string> { ["TAG"] = "shell" });

        var body = JsonNode.Parse(run.Read(TranslateTask.TaskDefinitionFile))!;
        body["taskRoleArn"]!.GetValue<string>().ShouldBe("r");
        body["containerDefinitions"]![0]!["image"]!.GetValue<string>().ShouldBe("a:shell");
        body["containerDefinitions"]![0]!["environment"]![0]!["value"]!.GetValue<string>().ShouldBe("z");
    }

    [Fact]
    public void A_variable_that_is_not_set_is_an_error_or_blank_with_a_warning()
    {
        run.With("c.yml", "services: {web: {image: \"a${TAG}\"}}");

        Problems(() => run.Translate()).ShouldBe(["c.yml:1:27: the variable TAG is not set"]);
        run.Translate("--allow-unset").Warnings.ShouldBe(["c.yml:1:27: the variable TAG is not set: it counts as blank"]);
    }

    [Fact]
    public void Service_discovery_takes_the_given_arn_and_without_one_is_left_out_with_a_warning()
    {
        run.With("c.yml", Web).With("ecs-params.yml", Discovery);

        run.Translate("--service-registry-arn=arn:of:web").Read(TranslateTask.ServiceFile).ShouldContain("\"registryArn\": \"arn:of:web\"");
        run.Translate().Read(TranslateTask.ServiceFile).ShouldNotContain("registries");
        run.Warnings.ShouldHaveSingleItem().ShouldStartWith("ecs-params.yml:2:33: service_discovery is left out");
    }

    [Fact]
    public void Files_that_are_missing_are_named_as_they_were_written() =>
        Problems(() => run.Translate("--ecs-params=nowhere/p.yml")).ShouldBe([": there is no file 'c.yml'", ": there is no file 'nowhere/p.yml'"]);

    [Fact]
    public void Problems_of_files_and_options_are_reported_together_and_keep_older_output()
    {
        run.With("c.yml", "services: {web: {imgae: a}}").With("p.yml", "version: 2").With($"out/{TranslateTask.ServiceFile}", "old");

        Problems(() => run.Translate(
            "--ecs-params=p.yml", "--deployment-max-percent=50", "--deployment-min-healthy-percent=100", "--health-check-grace-period=1")).ShouldBe(
        [
            "c.yml:1:18: services.web.imgae is not a known key",
            "p.yml:1:10: version: must be 1, but is '2'",
            ": the maximum of 50 % is below the minimum of 100 %",
            ": a grace period for health checks needs a load balancer",
        ]);
        run.Files("out").ShouldBe([TranslateTask.ServiceFile]);
        run.Read(TranslateTask.ServiceFile).ShouldBe("old");
    }

    [Theory]
    [InlineData("--target-group=targetGroupArn=a,containerName=wbe,containerPort=80", "the load balancer's container 'wbe' does not exist")]
    [InlineData("--target-group=targetGroupArn=a,containerName=web,containerPort=81", "the load balancer wants port 81 of 'web', which maps no such port")]
    [InlineData("--service-registry-arn=arn:x", "--service-registry-arn is given, but ecs-params has no service_discovery")]
    public void An_option_that_does_not_fit_the_files_is_refused(string option, string message) =>
        Problems(() => run.With("c.yml", Web).Translate(option)).ShouldBe([$": {message}"]);

    [Theory]
    [InlineData("--deployment-min-healthy-percent=101", "write a whole number from 0 to 100")]
    [InlineData("--deployment-max-percent=201", "write a whole number from 0 to 200")]
    [InlineData("--deployment-max-percent=-1", "write a whole number from 0 to 200")]
    [InlineData("--health-check-grace-period=1m", "write a whole number of at least 0")]
    [InlineData("--launch-type=ECS", "write one of EC2, FARGATE, EXTERNAL")]
    [InlineData("--scheduling-strategy=ONE", "write one of REPLICA, DAEMON")]
    [InlineData("--project-name=a b", "write a name of up to 255 letters, digits, dots, hyphens and underscores")]
    [InlineData("--tags=team", "write up to 50 different keys, as in team=shop,stage=live")]
    [InlineData("--tags=a=1,a=2", "write up to 50 different keys, as in team=shop,stage=live")]
    [InlineData("--service-registry-arn=web", "write the ARN of a Cloud Map service")]
    [InlineData("--target-group=containerName=web,containerPort=80",
        "write targetGroupArn=ARN,containerName=NAME,containerPort=PORT, or loadBalancerName=NAME in place of the ARN")]
    [InlineData("--target-group=targetGroupArn=a,loadBalancerName=b,containerName=web,containerPort=80",
        "write targetGroupArn=ARN,containerName=NAME,containerPort=PORT, or loadBalancerName=NAME in place of the ARN")]
    [InlineData("--target-group=targetGroupArn=a,containerName=web,containerPort=0",
        "write targetGroupArn=ARN,containerName=NAME,containerPort=PORT, or loadBalancerName=NAME in place of the ARN")]
    public void A_value_that_ecs_does_not_take_is_refused(string option, string remedy)
    {
        var others = Needed.Where(other => other.Split('=')[0] != option.Split('=')[0]);

        var failure = Should.Throw<FailureException>(() => run.Translate(["--target=Translate", .. others, option], new Dictionary<string, string>()));

        failure.Problems.ShouldHaveSingleItem().Remedy.ShouldBe(remedy);
    }

    [Fact]
    public void Options_that_are_missing_are_all_named()
    {
        var failure = Should.Throw<FailureException>(() => run.Translate(["--target=Translate"], new Dictionary<string, string>()));

        failure.Problems.Select(problem => problem.Message).ShouldBe(
            ["--compose is missing: Translate needs it", "--project-name is missing: Translate needs it", "--output is missing: Translate needs it"]);
        failure.ExitCode.ShouldBe(ExitCode.InvalidInput);
    }

    [Fact]
    public void An_output_that_is_a_file_is_refused() =>
        Problems(() => run.With("c.yml", Web).With("out", "a file").Translate()).ShouldHaveSingleItem().ShouldContain("cannot be written");

    private static IReadOnlyList<string> Problems(Action run) =>
        [.. Should.Throw<FailureException>(run).Problems.Select(problem => $"{problem.Location}: {problem.Message}")];
}
