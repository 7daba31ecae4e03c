using Amazon.ECS;
using Amazon.ECS.Model;
using static TickStack.Compat.Tests.Aws.ScriptedServer;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Compat.Tests.Aws;

/// <summary>
/// Service deployments, revisions and account settings, of which the emulator lacks all or much: replies are shaped as in AWS's API reference.
/// </summary>
public class EcsDeploymentWireTests
{
    private const string Deployment = "arn:aws:ecs:eu-west-1:123456789012:service-deployment/tick/influxdb/NCWGC2ZR-taawPAYrIaU5";
    private const string Revision = "arn:aws:ecs:eu-west-1:123456789012:service-revision/tick/influxdb/4980306466373577095";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deployments_of_a_service_are_listed_by_status_and_time()
    {
        using var server = new ScriptedServer(Reply.Ok($$"""
            {"serviceDeployments":[{"serviceDeploymentArn":"{{Deployment}}","targetServiceRevisionArn":"{{Revision}}","status":"SUCCESSFUL",
              "createdAt":1700000000.25,"finishedAt":1700000060}],"nextToken":"n"}
            """));
        using var ecs = Ecs(server);
        var response = await ecs.ListServiceDeploymentsAsync(new()
        {
            Cluster = "tick",
            Service = "influxdb",
            Status = [ServiceDeploymentStatus.SUCCESSFUL],
            CreatedAt = new() { After = DateTime.UnixEpoch.AddSeconds(1.5) },
            MaxResults = 10,
        }, Cancel);

        Sent(server, "ListServiceDeployments")
            .ShouldBe("""{"service":"influxdb","cluster":"tick","status":["SUCCESSFUL"],"createdAt":{"after":1.5},"maxResults":10}""");
        var brief = response.ServiceDeployments!.ShouldHaveSingleItem();
        brief.ServiceDeploymentArn.ShouldBe(Deployment);
        brief.TargetServiceRevisionArn.ShouldBe(Revision);
        brief.Status.ShouldBe(ServiceDeploymentStatus.SUCCESSFUL);
        (brief.FinishedAt - brief.CreatedAt).ShouldBe(TimeSpan.FromSeconds(59.75));
        response.NextToken.ShouldBe("n");
    }

    [Fact]
    public async Task A_deployment_tells_how_far_it_is_and_whether_ECS_went_back()
    {
        using var server = new ScriptedServer(Reply.Ok($$$"""
            {"serviceDeployments":[{"serviceDeploymentArn":"{{{Deployment}}}","status":"ROLLBACK_IN_PROGRESS","lifecycleStage":"SCALE_UP",
              "targetServiceRevision":{"arn":"{{{Revision}}}","requestedTaskCount":1,"runningTaskCount":0,"pendingTaskCount":1,
                "requestedProductionTrafficWeight":100.0},
              "deploymentConfiguration":{"deploymentCircuitBreaker":{"enable":true,"rollback":true},"strategy":"ROLLING","bakeTimeInMinutes":0},
              "deploymentCircuitBreaker":{"status":"TRIGGERED","failureCount":3,"threshold":3},"alarms":{"status":"DISABLED"},
              "rollback":{"reason":"Service deployment rolled back because the circuit breaker threshold was exceeded.",
                "serviceRevisionArn":"{{{Revision}}}"}}],"failures":[{"arn":"a","reason":"MISSING"}]}
            """));
        using var ecs = Ecs(server);
        var response = await ecs.DescribeServiceDeploymentsAsync(new() { ServiceDeploymentArns = [Deployment] }, Cancel);

        Sent(server, "DescribeServiceDeployments").ShouldBe($$"""{"serviceDeploymentArns":["{{Deployment}}"]}""");
        var deployment = response.ServiceDeployments!.ShouldHaveSingleItem();
        deployment.LifecycleStage.ShouldBe(ServiceDeploymentLifecycleStage.SCALE_UP);
        deployment.TargetServiceRevision!.RequestedProductionTrafficWeight.ShouldBe(100);
        deployment.DeploymentConfiguration!.Strategy.ShouldBe(DeploymentStrategy.ROLLING);
        deployment.DeploymentCircuitBreaker!.Status.ShouldBe(ServiceDeploymentRollbackMonitorsStatus.TRIGGERED);
        deployment.DeploymentCircuitBreaker.FailureCount.ShouldBe(3);
        deployment.Rollback!.ServiceRevisionArn.ShouldBe(Revision);
        response.Failures!.ShouldHaveSingleItem().Reason.ShouldBe("MISSING");
    }

    [Fact]
    public async Task A_revision_tells_its_task_definition_and_the_images_that_it_runs()
    {
        using var server = new ScriptedServer(Reply.Ok($$"""
            {"serviceRevisions":[{"serviceRevisionArn":"{{Revision}}","taskDefinition":"arn:aws:ecs:eu-west-1:123456789012:task-definition/influxdb:7",
              "launchType":"EC2",
              "containerImages":[{"containerName":"influxdb","image":"influxdb:1.8","imageDigest":"sha256:0"}],"guardDutyEnabled":false,
              "serviceRegistries":[{"registryArn":"r"}],"resolvedConfiguration":{"loadBalancers":[]},"createdAt":1700000000}],"failures":[]}
            """));
        using var ecs = Ecs(server);
        var revision = (await ecs.DescribeServiceRevisionsAsync(new() { ServiceRevisionArns = [Revision] }, Cancel)).ServiceRevisions!.ShouldHaveSingleItem();

        Sent(server, "DescribeServiceRevisions").ShouldBe($$"""{"serviceRevisionArns":["{{Revision}}"]}""");
        revision.TaskDefinition.ShouldEndWith("/influxdb:7");
        revision.LaunchType.ShouldBe(LaunchType.EC2);
        revision.ContainerImages!.ShouldHaveSingleItem().ImageDigest.ShouldBe("sha256:0");
        revision.ServiceRegistries!.ShouldHaveSingleItem().RegistryArn.ShouldBe("r");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_an_exception_of_its_own()
    {
        using var server = new ScriptedServer(Reply.Error("ServiceNotFoundException"));
        using var ecs = Ecs(server);

        await Should.ThrowAsync<ServiceNotFoundException>(() => ecs.ListServiceDeploymentsAsync(new() { Service = "nobody" }, Cancel));
    }

    [Fact]
    public async Task The_accounts_setting_that_is_effective_is_asked_for_by_name()
    {
        using var server = new ScriptedServer(Reply.Ok("""
            {"settings":[{"name":"awsvpcTrunking","value":"enabled","principalArn":"arn:aws:iam::123456789012:root","type":"user"}],"nextToken":"n"}
            """));
        using var ecs = Ecs(server);
        var response = await ecs.ListAccountSettingsAsync(
            new()
            {
                Name = SettingName.AwsvpcTrunking,
                Value = "enabled",
                PrincipalArn = "arn:aws:iam::123456789012:root",
                EffectiveSettings = true,
                NextToken = "m",
                MaxResults = 1,
            },
            Cancel);

        Sent(server, "ListAccountSettings").ShouldBe(
            """{"name":"awsvpcTrunking","value":"enabled","principalArn":"arn:aws:iam::123456789012:root","effectiveSettings":true,"""
            + "\"nextToken\":\"m\",\"maxResults\":1}");
        var setting = response.Settings!.ShouldHaveSingleItem();
        (setting.Name, setting.Value, setting.PrincipalArn, setting.Type)
            .ShouldBe((SettingName.AwsvpcTrunking, "enabled", "arn:aws:iam::123456789012:root", SettingType.User));
        response.NextToken.ShouldBe("n");
    }

    private static string Sent(ScriptedServer server, string operation)
    {
        var request = server.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe($"AmazonEC2ContainerServiceV20141113.{operation}");
        return request.Body;
    }

    private static AmazonECSClient Ecs(ScriptedServer server) =>
        new(MotoServer.Credentials, new AmazonECSConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
}
