using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using TickStack.Build.Aws;
using TickStack.Build.Ecs;
using TickStack.Sandbox.Tests.Emulator;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Sandbox.Tests.Ecs;

/// <summary>A service of its own in the emulator, and what deploys it over HTTP. Each deploy starts from nothing, as a process of its own would.</summary>
internal sealed class DeployedService(EmulatorProcess emulator) : IDisposable
{
    private const string Region = "us-east-1";

    private readonly StringWriter news = new();

    public string Name { get; } = $"service-{Guid.NewGuid():N}";

    public string News => news.ToString();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static BasicAWSCredentials Credentials => new("test", "test");

    private string Emulator => emulator.Address.ToString();

    /// <param name="url">Where ECS answers; null: the emulator itself.</param>
    public async Task<DeployOutcome> DeployAsync(string image, string? url = null) => await DeployAsync(await DesiredAsync(image), url);

    public async Task<DeployOutcome> DeployAsync(DesiredService desired, string? url = null)
    {
        using var ecs = Client(url ?? Emulator);
        using var logs = new AmazonCloudWatchLogsClient(Credentials, new AmazonCloudWatchLogsConfig { ServiceURL = Emulator, AuthenticationRegion = Region });
        var limits = new RolloutLimits(TimeSpan.FromMinutes(5));
        var report = new TextRolloutReport(news);
        var deployer = new ServiceDeployer(ecs, limits, new CloudWatchContainerLogs(logs), report, TimeProvider.System);
        return await deployer.DeployAsync(await deployer.PlanAsync(desired, Cancel), Cancel);
    }

    /// <summary>The image is a tag too, as the deploys of the stack have it.</summary>
    public async Task<DesiredService> DesiredAsync(string image)
    {
        await emulator.CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.CreateCluster", new { clusterName = "stack" });
        return new DesiredService
        {
            Cluster = "stack",
            ServiceName = Name,
            TaskDefinition = new()
            {
                Family = Name,
                NetworkMode = NetworkMode.Awsvpc,
                ContainerDefinitions = [new() { Name = "app", Image = image, Memory = 64, PortMappings = [new() { ContainerPort = 8086 }] }],
            },
            NetworkConfiguration = await NetworkAsync(),
            Rollout = new ServiceRollout { Tags = new Dictionary<string, string> { ["app"] = image } },
        };
    }

    /// <summary>Those that ECS can still run, as "family:revision".</summary>
    public async Task<IReadOnlyList<string>> RevisionsAsync()
    {
        using var ecs = Client(Emulator);
        var answer = await ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = Name, Status = TaskDefinitionStatus.ACTIVE }, Cancel);
        return [.. answer.TaskDefinitionArns!.Select(arn => arn.Split('/')[^1])];
    }

    /// <summary>As it stands, with its tags.</summary>
    public async Task<Service> DescribeAsync()
    {
        using var ecs = Client(Emulator);
        return (await ecs.DescribeServicesAsync(new() { Cluster = "stack", Services = [Name], Include = [ServiceField.TAGS] }, Cancel)).Services!.Single();
    }

    public async Task ScriptAsync(string outcome, int ticks = 1) =>
        (await emulator.PostAsync("/tickstack/ecs", new { service = Name, outcome, ticks })).Status.ShouldBe(System.Net.HttpStatusCode.OK);

    public void Dispose() => news.Dispose();

    private static AmazonECSClient Client(string url) =>
        new(Credentials, EcsClients.Configure(new AmazonECSConfig { ServiceURL = url, AuthenticationRegion = Region }));

    private async Task<NetworkConfiguration> NetworkAsync()
    {
        using var ec2 = new AmazonEC2Client(Credentials, new AmazonEC2Config { ServiceURL = Emulator, AuthenticationRegion = Region });
        var subnets = await ec2.DescribeSubnetsAsync(new Amazon.EC2.Model.DescribeSubnetsRequest(), Cancel);
        var groups = await ec2.DescribeSecurityGroupsAsync(new Amazon.EC2.Model.DescribeSecurityGroupsRequest(), Cancel);
        return new() { AwsvpcConfiguration = new() { Subnets = [subnets.Subnets[0].SubnetId], SecurityGroups = [groups.SecurityGroups[0].GroupId] } };
    }
}
