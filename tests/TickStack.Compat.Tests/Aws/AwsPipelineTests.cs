using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecretsManager;
using Amazon.ServiceDiscovery;
using static TickStack.Compat.Tests.Aws.ScriptedServer;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Compat.Tests.Aws;

/// <summary>What the stand-ins owe to the SDK's own pipeline: signing, retries, errors, endpoints.</summary>
public class AwsPipelineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_signed_and_names_its_operation()
    {
        using var server = new ScriptedServer(Reply.Ok());
        using var ecs = Ecs(server);
        await ecs.DescribeClustersAsync(new() { Clusters = ["a"] }, Cancel);

        var request = server.Requests.ShouldHaveSingleItem();
        request.Headers["Authorization"].ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/");
        request.Headers["Authorization"].ShouldContain("/eu-west-1/ecs/aws4_request");
        request.Headers["X-Amz-Target"].ShouldBe("AmazonEC2ContainerServiceV20141113.DescribeClusters");
        request.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
        request.Headers["User-Agent"].ShouldContain("api/ECS");
    }

    [Fact]
    public async Task A_body_has_lower_case_members_and_no_nulls()
    {
        using var server = new ScriptedServer(Reply.Ok());
        using var ecs = Ecs(server);
        await ecs.CreateServiceAsync(new() { ServiceName = "s", LaunchType = "EC2", EnableECSManagedTags = true, Tags = [] }, Cancel);

        server.Requests[0].Body.ShouldBe("""{"serviceName":"s","launchType":"EC2","tags":[],"enableECSManagedTags":true}""");
    }

    [Fact]
    public async Task Throttling_is_tried_again()
    {
        using var server = new ScriptedServer(Reply.Error("ThrottlingException"), Reply.Error("ThrottlingException"), Reply.Ok("""{"clusters":[]}"""));
        using var ecs = Ecs(server);

        (await ecs.DescribeClustersAsync(new(), Cancel)).Clusters.ShouldBe([]);
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_dropped_connection_is_tried_again()
    {
        using var server = new ScriptedServer(Reply.DroppedConnection, Reply.Ok("""{"clusters":[]}"""));
        using var ecs = Ecs(server);

        (await ecs.DescribeClustersAsync(new(), Cancel)).Clusters.ShouldBe([]);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Retries_end()
    {
        using var server = new ScriptedServer(Reply.Error("ServerException", status: 500));
        using var ecs = Ecs(server);

        await Should.ThrowAsync<ServerException>(() => ecs.DescribeClustersAsync(new(), Cancel));
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_unnamed_error_is_the_services_base_exception()
    {
        using var server = new ScriptedServer(
            new Reply(400, """{"__type":"com.amazonaws.ecs#SomethingNewException:http://internal/","Message":"never seen"}"""));
        using var ecs = Ecs(server);
        var exception = await Should.ThrowAsync<AmazonECSException>(() => ecs.DescribeClustersAsync(new(), Cancel));

        exception.GetType().ShouldBe(typeof(AmazonECSException));
        exception.ErrorCode.ShouldBe("SomethingNewException");
        exception.Message.ShouldBe("never seen");
        exception.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task An_errors_name_may_stand_in_a_header()
    {
        using var server = new ScriptedServer(
            new Reply(400, """{"message":"no"}""") { Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = "ClientException:http://internal/" } });
        using var ecs = Ecs(server);

        (await Should.ThrowAsync<ClientException>(() => ecs.DescribeClustersAsync(new(), Cancel))).ErrorCode.ShouldBe("ClientException");
    }

    [Fact]
    public async Task Fractions_of_a_second_and_unknown_values_are_kept()
    {
        using var server = new ScriptedServer(
            Reply.Ok("""{"service":{"createdAt":1700000000.25,"launchType":"MOON","unknownMember":{"a":1},"events":null}}"""));
        using var ecs = Ecs(server);
        var service = (await ecs.UpdateServiceAsync(new() { Service = "s" }, Cancel)).Service!;

        service.CreatedAt.ShouldBe(new DateTime(2023, 11, 14, 22, 13, 20, 250, DateTimeKind.Utc));
        service.LaunchType!.Value.ShouldBe("MOON");
        service.Deployments.ShouldBeNull();
    }

    [Fact]
    public async Task A_number_where_text_is_due_is_its_text()
    {
        using var server = new ScriptedServer(Reply.Ok("""{"tasks":[{"cpu":256,"containers":[{"memory":64.5,"name":null}]}]}"""));
        using var ecs = Ecs(server);
        var task = (await ecs.DescribeTasksAsync(new() { Tasks = ["t"] }, Cancel)).Tasks!.ShouldHaveSingleItem();

        task.Cpu.ShouldBe("256");
        task.Containers!.ShouldHaveSingleItem().Memory.ShouldBe("64.5");
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "https://ecs.eu-west-1.amazonaws.com", "https://api.ecr.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://ecs.cn-north-1.amazonaws.com.cn", "https://api.ecr.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", false, false, "https://ecs.us-gov-west-1.amazonaws.com", "https://api.ecr.us-gov-west-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://ecs-fips.us-east-1.amazonaws.com", "https://ecr-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://ecs.us-east-1.api.aws", "https://ecr.us-east-1.api.aws")]
    [InlineData("cn-north-1", false, true, "https://ecs.cn-north-1.api.amazonwebservices.com.cn", "https://ecr.cn-north-1.api.amazonwebservices.com.cn")]
    public void Endpoints_follow_region_partition_and_variant(string region, bool fips, bool dualStack, string ecs, string ecr)
    {
        var endpoint = RegionEndpoint.GetBySystemName(region);
        Address(new AmazonECSConfig { RegionEndpoint = endpoint, UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack }).ShouldBe(ecs);
        Address(new AmazonECRConfig { RegionEndpoint = endpoint, UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack }).ShouldBe(ecr);
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "logs.eu-west-1.amazonaws.com", "secretsmanager.eu-west-1.amazonaws.com",
        "servicediscovery.eu-west-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "logs-fips.us-east-1.amazonaws.com", "secretsmanager-fips.us-east-1.amazonaws.com",
        "servicediscovery-fips.us-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "logs.us-gov-west-1.amazonaws.com", "secretsmanager-fips.us-gov-west-1.amazonaws.com",
        "servicediscovery-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "logs.us-east-1.api.aws", "secretsmanager.us-east-1.amazonaws.com", "servicediscovery.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, true, "logs-fips.us-east-1.api.aws", "secretsmanager-fips.us-east-1.amazonaws.com",
        "servicediscovery-fips.us-east-1.api.aws")]
    public void Logs_secrets_and_discovery_have_hosts_by_rules_of_their_own(
        string region, bool fips, bool dualStack, string logs, string secrets, string discovery)
    {
        var endpoint = RegionEndpoint.GetBySystemName(region);
        Address(new AmazonCloudWatchLogsConfig { RegionEndpoint = endpoint, UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack })
            .ShouldBe($"https://{logs}");
        Address(new AmazonSecretsManagerConfig { RegionEndpoint = endpoint, UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack })
            .ShouldBe($"https://{secrets}");
        Address(new AmazonServiceDiscoveryConfig { RegionEndpoint = endpoint, UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack })
            .ShouldBe($"https://{discovery}");
    }

    [Fact]
    public void Clients_are_made_through_the_interface_as_dependency_injection_does()
    {
        Make<IAmazonECS>().ShouldBeOfType<AmazonECSClient>();
        Make<IAmazonECR>().ShouldBeOfType<AmazonECRClient>();
        Make<IAmazonCloudWatchLogs>().ShouldBeOfType<AmazonCloudWatchLogsClient>();
        Make<IAmazonSecretsManager>().ShouldBeOfType<AmazonSecretsManagerClient>();
        Make<IAmazonServiceDiscovery>().ShouldBeOfType<AmazonServiceDiscoveryClient>();
    }

    private static IAmazonService Make<T>()
        where T : IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        return T.CreateDefaultServiceClient(new AnonymousAWSCredentials(), config);
    }

    private static string Address(ClientConfig config) =>
        config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new DescribeClustersRequest())).URL;

    private static AmazonECSClient Ecs(ScriptedServer server) =>
        new(new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"), new AmazonECSConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
}
