using TickStack.Build.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>Each thing that a task needs and that is not there is named, all of them together, before anything is changed.</summary>
public sealed class ServiceVerifierTests : DeployerTest
{
    private readonly FakeAccount account = new();

    public ServiceVerifierTests() => Ecs.Instances.Add(Hosts.Instance(cpu: 2048, memory: 15000));

    [Fact]
    public async Task Where_everything_is_there_nothing_is_said()
    {
        await VerifyAsync();

        Ecs.Operations.ShouldBe(["DescribeServices", "DescribeTaskDefinition", "ListContainerInstances", "DescribeContainerInstances"]);
    }

    [Fact]
    public async Task An_image_that_is_not_in_its_repository()
    {
        account.Images.Remove("registry/telegraf@sha256:2");

        (await ProblemAsync()).Message.ShouldBe("telegraf: the image registry/telegraf@sha256:2 is not in its repository");
    }

    [Fact]
    public async Task An_image_of_another_architecture()
    {
        account.Images["registry/telegraf@sha256:2"] = ["arm64"];

        (await ProblemAsync()).Message.ShouldBe("telegraf: the image registry/telegraf@sha256:2 runs on arm64, but the instances are amd64");
    }

    [Fact]
    public async Task A_secret_that_does_not_exist()
    {
        account.Secrets.Clear();

        (await ProblemAsync()).Message.ShouldContain("kapacitor: the secret arn:secret does not exist");
    }

    [Fact]
    public async Task A_log_group_that_does_not_exist()
    {
        account.LogGroups.Clear();

        (await ProblemAsync()).Message.ShouldBe("kapacitor: the log group /stack/kapacitor does not exist");
    }

    [Fact]
    public async Task A_discovery_service_that_does_not_exist()
    {
        account.Discovery.Clear();

        (await ProblemAsync()).Message.ShouldContain("the discovery service arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-1 does not exist");
    }

    [Fact]
    public async Task A_role_that_Terraform_did_not_make_for_the_service() =>
        (await ProblemAsync(expected: Expected with { TaskRole = "arn:aws:iam::123456789012:role/other" })).Message.ShouldContain(
            "task_role_arn is arn:aws:iam::123456789012:role/tick");

    [Theory]
    [InlineData(2048, 300, "needs 384 MiB of memory, 300 are free")]
    [InlineData(100, 15000, "needs 256 CPU units, 100 are free")]
    public async Task An_instance_without_room_says_what_it_lacks(int cpu, int memory, string lack)
    {
        Ecs.Instances[0] = Hosts.Instance(cpu, memory);

        (await ProblemAsync()).Message.ShouldBe($"no instance has room for a task of stack-tick: i-0a1b (r5.large) {lack}");
    }

    [Fact]
    public async Task No_free_network_interface()
    {
        account.FreeInterfaces = 0;

        (await ProblemAsync()).Message.ShouldEndWith("needs 1 network interfaces, 0 are free");
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 0, 2)]
    public async Task The_old_task_makes_room_for_the_new_one_whether_it_runs_or_starts_or_stops(int running, int pending, int deployments)
    {
        await DeployedAsync(Wanted("registry/tick@sha256:1"));
        (Ecs.Live!.RunningCount, Ecs.Live.PendingCount) = (running, pending);
        Ecs.Live.Deployments = [.. Enumerable.Repeat(Ecs.Live.Deployments![0], deployments)];
        Ecs.Instances[0] = Hosts.Instance(cpu: 0, memory: 0);
        account.FreeInterfaces = 0;
        account.Images["registry/tick@sha256:9"] = ["amd64"];

        await VerifyAsync("registry/tick@sha256:9");
    }

    [Fact]
    public async Task An_instance_that_is_on_its_way_is_waited_for()
    {
        var instance = Ecs.Instances[0];
        Ecs.Instances.Clear();
        Ecs.After = _ =>
        {
            if (Ecs.Instances.Count == 0 && Time.Elapsed > TimeSpan.FromSeconds(70))
            {
                Ecs.Instances.Add(instance);
            }
        };
        await VerifyAsync();

        Time.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(90));
        News.Lines.ShouldHaveSingleItem().ShouldContain("no instance has joined the cluster stack yet; waiting for one");
    }

    [Fact]
    public async Task A_cluster_without_an_instance_is_told_at_the_deadline()
    {
        Ecs.Instances[0] = Hosts.Instance(cpu: 2048, memory: 15000, connected: false);

        (await ProblemAsync()).Message.ShouldBe("the cluster stack has no instance that is active and connected");
    }

    [Fact]
    public async Task All_that_is_missing_is_told_together()
    {
        account.Secrets.Clear();
        account.LogGroups.Clear();
        account.Images.Clear();

        (await FailureAsync()).Problems.Count.ShouldBe(4);
    }

    private static ServiceExpectations Expected { get; } =
        new() { Architecture = "amd64", TaskRole = "arn:aws:iam::123456789012:role/tick", ExecutionRole = "arn:aws:iam::123456789012:role/execution" };

    private static DesiredService Wanted(string image)
    {
        var definition = Desired.TaskDefinition(image);
        definition.ExecutionRoleArn = Expected.ExecutionRole;
        definition.ContainerDefinitions!.ForEach(container => container.Cpu = 128);
        definition.ContainerDefinitions[0].Secrets = [new() { Name = "PASSWORD", ValueFrom = "arn:secret" }];
        definition.ContainerDefinitions[0].LogConfiguration = new()
        {
            LogDriver = Amazon.ECS.LogDriver.Awslogs,
            Options = new() { ["awslogs-group"] = "/stack/kapacitor", ["awslogs-stream-prefix"] = "kapacitor" },
        };
        return Desired.Service() with { TaskDefinition = definition };
    }

    private async Task<Problem> ProblemAsync(ServiceExpectations? expected = null) => (await FailureAsync(expected)).Problems.ShouldHaveSingleItem();

    private async Task<FailureException> FailureAsync(ServiceExpectations? expected = null)
    {
        var failure = await Should.ThrowAsync<FailureException>(() => VerifyAsync(expected: expected));
        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Problems.ShouldAllBe(problem => problem.Remedy != null);
        return failure;
    }

    private Task VerifyAsync(string image = "registry/tick@sha256:1", ServiceExpectations? expected = null) => Time.RunAsync(async () =>
    {
        var verifier = new ServiceVerifier(
        [
            new ImageCheck(account), new SecretCheck(account), new LogGroupCheck(account), new RoleCheck(), new DiscoveryCheck(account),
            new CapacityCheck(account, new RolloutLimits(TimeSpan.FromMinutes(10)), News, Time.Clock),
        ]);
        var plan = await Deployers.Of(Ecs, News, Time).PlanAsync(Wanted(image), TestContext.Current.CancellationToken);
        await verifier.VerifyAsync(plan, expected ?? Expected, TestContext.Current.CancellationToken);
    });
}
