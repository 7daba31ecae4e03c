using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using TickStack.Build.Errors;
using TickStack.Build.Services;
using TickStack.Build.Services.Rollouts;
using TickStack.Build.Tools.Logs;
using TickStack.Sandbox.Tests.Emulator;
using static TickStack.Sandbox.Tests.Services.FaultyProxy;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Sandbox.Tests.Services;

/// <summary>Deploys over HTTP against the emulator, with nothing replaced but AWS.</summary>
public sealed class DeployTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private readonly string _name = $"service-{Guid.NewGuid():N}";
    private readonly StringWriter _news = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static BasicAWSCredentials Credentials => new("test", "test");

    private string Emulator => fixture.Emulator.Address.ToString();

    public void Dispose() => _news.Dispose();

    [Fact]
    public async Task A_service_is_created_then_unchanged_then_updated_then_unchanged()
    {
        var created = await DeployAsync("one");
        var unchanged = await DeployAsync("one");
        var updated = await DeployAsync("two");
        var again = await DeployAsync("two");

        created.Action.ShouldBe(DeployAction.Created);
        created.TaskDefinition.ShouldBe($"{_name}:1");
        unchanged.Action.ShouldBe(DeployAction.Unchanged);
        unchanged.DeploymentId.ShouldBe(created.DeploymentId);
        unchanged.Calls.Values.Sum().ShouldBeLessThanOrEqualTo(5);
        updated.Action.ShouldBe(DeployAction.Updated);
        updated.Differences.ShouldHaveSingleItem().Setting.ShouldBe("taskDefinition");
        updated.TaskDefinition.ShouldBe($"{_name}:2");
        again.Action.ShouldBe(DeployAction.Unchanged);
        again.DeploymentId.ShouldBe(updated.DeploymentId);
    }

    [Fact]
    public async Task Settings_beside_the_task_definition_are_updated_too()
    {
        await DeployAsync("one");
        var desired = await DesiredAsync("one") with { PlacementStrategy = [new() { Type = PlacementStrategyType.Binpack, Field = "memory" }] };
        var updated = await DeployAsync(desired);

        updated.Differences.ShouldHaveSingleItem().ToString().ShouldBe("""placementStrategy: [] → [{"type":"binpack","field":"memory"}]""");
        (await DeployAsync(desired)).Action.ShouldBe(DeployAction.Unchanged);
    }

    [Fact]
    public async Task A_rollout_that_the_breaker_ends_is_a_failure_with_exit_codes_and_the_next_deploy_goes_through()
    {
        await DeployAsync("one");
        await ScriptAsync("fail");
        var failure = await Should.ThrowAsync<FailureException>(() => DeployAsync("broken"));
        await ScriptAsync("ok");
        var mended = await DeployAsync("mended");

        failure.ExitCode.ShouldBe(ExitCode.RolloutFailed);
        failure.Message.ShouldContain("circuit breaker");
        failure.Message.ShouldContain("Essential container in task exited");
        failure.Message.ShouldContain("container app: exit code 1");
        mended.TaskDefinition.ShouldBe($"{_name}:3");
    }

    [Fact]
    public async Task What_finds_no_place_is_told_apart()
    {
        await ScriptAsync("stuck");
        var failure = await Should.ThrowAsync<FailureException>(() => DeployAsync("large"));

        failure.ExitCode.ShouldBe(ExitCode.Unplaceable);
        failure.Message.ShouldContain("was unable to place a task");
    }

    [Fact]
    public async Task A_deploy_without_a_cluster_says_what_to_run_first()
    {
        var failure = await Should.ThrowAsync<FailureException>(async () => await DeployAsync(await DesiredAsync("one") with { Cluster = "nowhere" }));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Problems.ShouldHaveSingleItem().Remedy!.ShouldContain("Apply-Infrastructure");
    }

    [Fact]
    public async Task What_ECS_refuses_leaves_no_revision_behind()
    {
        var desired = await DesiredAsync("one") with { NetworkConfiguration = null };
        var failure = await Should.ThrowAsync<FailureException>(() => DeployAsync(desired));
        using var ecs = Client(Emulator);

        failure.Message.ShouldContain("Network Configuration must be provided");
        (await ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = _name, Status = TaskDefinitionStatus.ACTIVE }, Cancel)).TaskDefinitionArns.ShouldBe([]);
    }

    [Theory]
    [InlineData("RegisterTaskDefinition", nameof(Fault.LostAnswer))]
    [InlineData("RegisterTaskDefinition", nameof(Fault.NoAnswer))]
    [InlineData("CreateService", nameof(Fault.LostAnswer))]
    [InlineData("UpdateService", nameof(Fault.LostAnswer))]
    [InlineData("UpdateService", nameof(Fault.NoAnswer))]
    public async Task A_lost_answer_leaves_no_second_revision_and_no_second_deployment(string operation, string fault)
    {
        if (operation == "UpdateService")
        {
            await DeployAsync("one");
        }

        using var proxy = new FaultyProxy(fixture.Emulator.Address, (sent, times) => sent == operation && times == 1 ? Enum.Parse<Fault>(fault) : Fault.None);
        var outcome = await DeployAsync("two", proxy.Url);
        using var ecs = Client(Emulator);

        proxy.Operations.Count(sent => sent == operation).ShouldBe(1);
        outcome.TaskDefinition.ShouldBe(operation == "UpdateService" ? $"{_name}:2" : $"{_name}:1");
        (await ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = _name }, Cancel)).TaskDefinitionArns!.Last().ShouldEndWith(outcome.TaskDefinition);
        (await DeployAsync("two")).DeploymentId.ShouldBe(outcome.DeploymentId);
    }

    [Fact]
    public async Task Throttling_of_every_third_call_changes_nothing_but_the_time()
    {
        var calls = 0;
        using var proxy = new FaultyProxy(fixture.Emulator.Address, (_, _) => ++calls % 3 == 0 ? Fault.Throttled : Fault.None);
        await DeployAsync("one", proxy.Url);
        var updated = await DeployAsync("two", proxy.Url);

        updated.TaskDefinition.ShouldBe($"{_name}:2");
        _news.ToString().ShouldContain("ECS throttles requests");
    }

    private async Task<DeployOutcome> DeployAsync(string image, string? url = null) => await DeployAsync(await DesiredAsync(image), url);

    private async Task<DeployOutcome> DeployAsync(DesiredService desired, string? url = null)
    {
        using var ecs = Client(url ?? Emulator);
        using var logs = new AmazonCloudWatchLogsClient(Credentials, new AmazonCloudWatchLogsConfig { ServiceURL = url ?? Emulator, AuthenticationRegion = "us-east-1" });
        var limits = new RolloutLimits(TimeSpan.FromMinutes(5));
        var deployer = new ServiceDeployer(ecs, limits, new CloudWatchContainerLogs(logs), new TextRolloutReport(_news), TimeProvider.System);
        return await deployer.DeployAsync(await deployer.PlanAsync(desired, Cancel), Cancel);
    }

    private static AmazonECSClient Client(string url) => new(Credentials, EcsClients.Configure(new AmazonECSConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" }));

    private async Task<DesiredService> DesiredAsync(string image)
    {
        await fixture.Emulator.CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.CreateCluster", new { clusterName = "stack" });
        return new DesiredService
        {
            Cluster = "stack",
            ServiceName = _name,
            TaskDefinition = new()
            {
                Family = _name,
                NetworkMode = NetworkMode.Awsvpc,
                ContainerDefinitions = [new() { Name = "app", Image = image, Memory = 64, PortMappings = [new() { ContainerPort = 8086 }] }],
            },
            NetworkConfiguration = await NetworkAsync(),
        };
    }

    private async Task<NetworkConfiguration> NetworkAsync()
    {
        using var ec2 = new AmazonEC2Client(Credentials, new AmazonEC2Config { ServiceURL = Emulator, AuthenticationRegion = "us-east-1" });
        var subnets = await ec2.DescribeSubnetsAsync(new Amazon.EC2.Model.DescribeSubnetsRequest(), Cancel);
        var groups = await ec2.DescribeSecurityGroupsAsync(new Amazon.EC2.Model.DescribeSecurityGroupsRequest(), Cancel);
        return new() { AwsvpcConfiguration = new() { Subnets = [subnets.Subnets[0].SubnetId], SecurityGroups = [groups.SecurityGroups[0].GroupId] } };
    }

    private async Task ScriptAsync(string outcome) =>
        (await fixture.Emulator.PostAsync("/tickstack/ecs", new { service = _name, outcome })).Status.ShouldBe(System.Net.HttpStatusCode.OK);
}
