using TickStack.EcsCli.Params;
using TickStack.EcsCli.Translation;
using TickStack.Failures;

namespace TickStack.Build.Tests.EcsCli.Conformance;

/// <summary>What ecs-cli 1.21.0 registers for the same files, except where it does something that nobody can want.</summary>
public class ConformanceTests
{
    /// <summary>Where ecs-cli is wrong and an error is right.</summary>
    private static readonly string[] WrongInput = [
        "016-memory-bare-numbers", "017-params-misspelt", "022-reject-awsvpc-without-subnets", "023-panic-secret-options"];

    /// <summary>Where ecs-cli sends a wrong task definition and a right one can be sent; the tests below say which.</summary>
    private static readonly string[] RightOtherwise = ["015-params-default-syntax", "018-command-cut-at-operator"];

    public static TheoryData<string> Accepted { get; } = [
        .. ConformanceCase.Names.Except(WrongInput).Where(name => new ConformanceCase(name).Read("error.txt") is null)];

    public static TheoryData<string> Registered { get; } = [.. Accepted.Select(row => row.Data).Except(RightOtherwise)];

    public static TheoryData<string> Rejected { get; } = [.. ConformanceCase.Names.Except(Accepted.Select(row => row.Data))];

    [Fact]
    public void Every_case_is_either_accepted_or_rejected() => (Accepted.Count, Registered.Count, Rejected.Count).ShouldBe((16, 14, 8));

    [Theory]
    [MemberData(nameof(Registered))]
    public void The_task_definition_is_the_one_that_ecs_cli_registers(string name)
    {
        var conformanceCase = new ConformanceCase(name);

        var body = EcsJson.Text(conformanceCase.Translate().TaskDefinition);

        CanonicalBody.Of(body).ShouldBe(CanonicalBody.Of(conformanceCase.Read("register.json")!));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void The_service_is_the_one_that_ecs_cli_creates(string name)
    {
        var conformanceCase = new ConformanceCase(name);

        var body = EcsJson.Text(conformanceCase.CreateService(conformanceCase.Translate()));

        CanonicalBody.Of(body).ShouldBe(CanonicalBody.Of(conformanceCase.Read("create-service.json")!));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Wrong_input_is_refused_with_file_line_and_column_before_any_call(string name)
    {
        var failure = Should.Throw<FailureException>(() => new ConformanceCase(name).Translate());

        failure.ExitCode.ShouldBe(ExitCode.InvalidInput);
        failure.Problems.ShouldAllBe(problem => problem.Location != null && problem.Location.Line > 0);
    }

    [Fact]
    public void Case_004_known_service_discovery_is_registered_and_unknown_is_warned_about()
    {
        var conformanceCase = new ConformanceCase("004-shop-web-api");

        conformanceCase.Translate().Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("service_discovery is left out");
        var registry = conformanceCase.Translate(new KnownDiscovery("arn:of:edge")).ServiceRegistries.ShouldHaveSingleItem();

        (registry.RegistryArn, registry.ContainerName, registry.ContainerPort).ShouldBe(("arn:of:edge", "edge", 443));
    }

    [Fact]
    public void Case_015_ecs_params_know_the_same_variables_as_compose()
    {
        var task = new ConformanceCase("015-params-default-syntax").Translate().TaskDefinition;

        task.TaskRoleArn.ShouldBe("arn:aws:iam::111122223333:role/known");
        task.ExecutionRoleArn.ShouldBe("arn:aws:iam::111122223333:role/fallback");
        var container = task.ContainerDefinitions.ShouldHaveSingleItem();
        container.Memory.ShouldBe(2048);
        container.Secrets.ShouldHaveSingleItem().ValueFrom.ShouldBe("/vault/cash$cow");
    }

    [Fact]
    public void Case_016_sizes_below_the_minimum_are_all_reported_with_the_unit_that_was_meant()
    {
        var failure = Should.Throw<FailureException>(() => new ConformanceCase("016-memory-bare-numbers").Translate());

        failure.Problems.Select(problem => problem.Message).ShouldBe(
        [
            "services.influxdb.mem_limit: '1024' is 0 MiB",
            "services.telegraf.mem_limit: '900k' is 0 MiB",
            "services.chronograf.mem_limit: '1900k' is 1 MiB",
            "task_definition.services.kapacitor.mem_limit: '2048' is 0 MiB",
        ]);
        failure.Problems[0].Remedy.ShouldBe("the least is 6 MiB; a number without a unit is bytes: did you mean '1024m'?");
    }

    [Fact]
    public void Case_017_every_misspelt_key_comes_with_the_right_one()
    {
        var failure = Should.Throw<FailureException>(() => new ConformanceCase("017-params-misspelt").Translate());

        failure.Problems.Select(problem => $"{problem.Location} {problem.Message} {problem.Remedy}").ShouldBe(
        [
            "ecs-params.yml:1:10 version: must be 1, but is '7' ",
            "ecs-params.yml:3:3 task_definition.task_role is not a known key did you mean 'task_role_arn'?",
            "ecs-params.yml:4:3 task_definition.network_mode is not a known key did you mean 'ecs_network_mode'?",
            "ecs-params.yml:7:7 task_definition.services.influxdb.mem_limt is not a known key did you mean 'mem_limit'?",
            "ecs-params.yml:8:7 task_definition.services.influxdb.cpu_share is not a known key did you mean 'cpu_shares'?",
            "ecs-params.yml:10:5 docker-compose.yml has no service 'influx-db' did you mean 'influxdb'?",
            "ecs-params.yml:16:3 run_params.task_placment is not a known key did you mean 'task_placement'?",
        ]);
    }

    [Fact]
    public void Case_018_a_command_keeps_all_its_words()
    {
        var commands = new ConformanceCase("018-command-cut-at-operator").Translate().TaskDefinition.ContainerDefinitions!
            .ToDictionary(container => container.Name!, container => container.Command);

        commands["chronograf"].ShouldBe(["chronograf", "--influxdb-url=http://tsdb.metrics.example:8086/?db=app&rp=week", "--basepath=/graphs"]);
        commands["telegraf"].ShouldBe(["telegraf", "--test", ">", "/dev/null"]);
        commands["kapacitor"].ShouldBe(["kapacitord", "-hostname", "", "-log-level", "DEBUG"]);
    }

    private sealed class KnownDiscovery(string arn) : IDiscoveryLookup
    {
        public string? Find(ServiceDiscoveryParams discovery, ProblemLog problems) => arn;
    }
}
