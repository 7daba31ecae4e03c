using Amazon.CloudWatchLogs;
using Amazon.ECS;
using Amazon.Runtime;
using TickStack.Build.Artifacts;
using TickStack.Build.Aws;
using TickStack.Build.Ecs;
using TickStack.Build.Manifests;
using TickStack.Build.Processes;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Tasks;
using TickStack.Sandbox.Tests.Ecs;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.EndToEnd;

[Collection(nameof(LiveStackTests))]
[Trait("Category", "Sandbox")]
public sealed class UnchangedDeployTests(LiveStackFixture stack) : IDisposable
{
    private static readonly string[] Questions = ["DescribeServices", "DescribeTaskDefinition"];

    private readonly StringWriter news = new();
    private readonly AmazonECSClient ecs = Client(stack.Ecs.Url);
    private readonly AmazonCloudWatchLogsClient logs = new(
        new BasicAWSCredentials("test", "test"),
        new AmazonCloudWatchLogsConfig { ServiceURL = stack.Tree.EmulatorUrl, AuthenticationRegion = "eu-west-1" });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        news.Dispose();
        ecs.Dispose();
        logs.Dispose();
    }

    /// <summary>Each starts with an empty folder and new objects. A whole deploy with empty artifacts, Terraform included, is another test.</summary>
    [Fact]
    public async Task Twenty_deploys_of_the_same_that_remember_nothing_ask_and_change_nothing()
    {
        await stack.SettleAsync();

        for (var run = 0; run < 20; run++)
        {
            foreach (var service in StackService.All)
            {
                (await DeployAsync(service)).Action.ShouldBe(DeployAction.Unchanged);
            }
        }

        stack.Ecs.Operations.Distinct().ShouldBe(Questions, ignoreOrder: true);
        stack.Ecs.Operations.Count.ShouldBeLessThanOrEqualTo(20 * 2 * 5);
    }

    private async Task<DeployOutcome> DeployAsync(StackService service)
    {
        var folder = Directory.CreateTempSubdirectory("tickstack-artifacts-");
        try
        {
            var limits = new RolloutLimits(TimeSpan.FromMinutes(2));
            var deployer = new ServiceDeployer(ecs, limits, new CloudWatchContainerLogs(logs), new TextRolloutReport(news), TimeProvider.System);
            return await deployer.DeployAsync(await deployer.PlanAsync(await DesiredAsync(service, folder.FullName), Cancel), Cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<DesiredService> DesiredAsync(StackService service, string folder)
    {
        var settings = new SettingsReader(new EnvironmentFiles(stack.Tree.Root)).Read(TaskGraph.Grammar.Parse([]), new Dictionary<string, string>());
        var parts = new PublishedParts(new ArtifactStore(stack.Tree.PathOf("artifacts/sandbox"))).Of(service);
        var render = new ManifestRendering(settings, new ArtifactStore(folder), new ManifestFolder(stack.Tree.PathOf("ecs")));
        return new DesiredServices(
            render, settings, new StackTags(settings, Revision.Of(stack.Tree.Root, new MachineCommands(new ChildProcesses()))), new SilentReport())
            .RenderAsync(service, parts, ManifestRendering.Folder, Cancel);
    }

    private static AmazonECSClient Client(string url) =>
        new(new BasicAWSCredentials("test", "test"), EcsClients.Configure(new AmazonECSConfig { ServiceURL = url, AuthenticationRegion = "eu-west-1" }));
}
