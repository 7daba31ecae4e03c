using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.SecretsManager;
using Amazon.ServiceDiscovery;
using static TickStack.Compat.Tests.Aws.ScriptedServer;

namespace TickStack.Compat.Tests.Aws;

/// <summary>
/// Environment variables and profiles reach the stand-ins as they reach the official clients. They belong to the whole process: no other test runs meanwhile.
/// </summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class AwsEnvironmentTests : IDisposable
{
    private readonly ProcessEnvironment environment = new();
    private readonly ScriptedServer server = new(Reply.Ok());
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        environment.Dispose();
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task AWS_ENDPOINT_URL_serves_both_clients()
    {
        Set(("AWS_ENDPOINT_URL", server.Url), ("AWS_REGION", "eu-west-1"), ("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s"));
        using var ecs = new AmazonECSClient();
        using var ecr = new AmazonECRClient();
        await ecs.DescribeClustersAsync(new(), Cancel);
        await ecr.GetAuthorizationTokenAsync(new(), Cancel);

        server.Requests.Select(request => request.Headers["Authorization"].Split(',')[0].Split('/')[^2]).ShouldBe(["ecs", "ecr"]);
        server.Requests.ShouldAllBe(request => request.Headers["Authorization"].Contains("AKIAENVIRONMENT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_services_own_variable_goes_before_the_general_one()
    {
        using var other = new ScriptedServer(Reply.Ok());
        Set(("AWS_ENDPOINT_URL", other.Url), ("AWS_ENDPOINT_URL_ECS", server.Url), ("AWS_REGION", "eu-west-1"), ("AWS_ACCESS_KEY_ID", "a"),
            ("AWS_SECRET_ACCESS_KEY", "s"));
        using var ecs = new AmazonECSClient();
        using var ecr = new AmazonECRClient();
        await ecs.DescribeClustersAsync(new(), Cancel);
        await ecr.GetAuthorizationTokenAsync(new(), Cancel);

        server.Requests.ShouldHaveSingleItem().Headers["X-Amz-Target"].ShouldContain("DescribeClusters");
        other.Requests.ShouldHaveSingleItem().Headers["X-Amz-Target"].ShouldContain("GetAuthorizationToken");
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "logs")]
    [InlineData("AWS_ENDPOINT_URL_SECRETS_MANAGER", "secretsmanager")]
    [InlineData("AWS_ENDPOINT_URL_SERVICEDISCOVERY", "servicediscovery")]
    public async Task Each_service_has_a_variable_of_its_own(string variable, string service)
    {
        using var other = new ScriptedServer(Reply.Ok());
        Set(("AWS_ENDPOINT_URL", other.Url), (variable, server.Url), ("AWS_REGION", "eu-west-1"), ("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "s"));
        using var logs = new AmazonCloudWatchLogsClient();
        using var secrets = new AmazonSecretsManagerClient();
        using var discovery = new AmazonServiceDiscoveryClient();
        await logs.DescribeLogGroupsAsync(new(), Cancel);
        await secrets.DescribeSecretAsync(new() { SecretId = "a" }, Cancel);
        await discovery.GetServiceAsync(new() { Id = "srv-1" }, Cancel);

        server.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldContain($"/eu-west-1/{service}/aws4_request");
        other.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_profile_gives_credentials_and_the_services_endpoint()
    {
        Write("config", $"[profile ops]\nservices = local\n[services local]\necs =\n  endpoint_url = {server.Url}\n");
        var credentials = Write("credentials", "[ops]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n");
        Set();
        using var ecs = new AmazonECSClient(new AmazonECSConfig { Profile = new Profile("ops", credentials) });
        await ecs.DescribeClustersAsync(new(), Cancel);

        server.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldContain("Credential=AKIAPROFILE/");
    }

    private void Set(params (string Name, string Value)[] variables)
    {
        environment.Set([("AWS_EC2_METADATA_DISABLED", "true"), .. variables]);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
