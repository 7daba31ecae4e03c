using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.ServiceDiscovery;
using Amazon.SimpleSystemsManagement;
using TickStack.Build.Aws;
using TickStack.Sandbox.Tests.Emulator;
using TickStack.Sandbox.Tests.EndToEnd;

namespace TickStack.Sandbox.Tests.Aws;

/// <summary>What the adapters say of things that are there and of things that are not, over HTTP.</summary>
[Trait("Category", "Process")]
public sealed class AccountTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly string name = $"thing-{Guid.NewGuid():N}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static BasicAWSCredentials Credentials => new("test", "test");

    [Fact]
    public async Task A_log_group_exists_by_its_whole_name()
    {
        using var client = new AmazonCloudWatchLogsClient(Credentials, Configured(new AmazonCloudWatchLogsConfig()));
        var logs = new CloudWatchContainerLogs(client);
        await CallAsync("logs", "Logs_20140328.CreateLogGroup", new { logGroupName = name });

        (await logs.ExistsAsync(name, Cancel)).ShouldBeTrue();
        (await logs.ExistsAsync(name[..^1], Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_lines_of_a_stream_and_all_lines_since_a_moment_are_read()
    {
        using var client = new AmazonCloudWatchLogsClient(Credentials, Configured(new AmazonCloudWatchLogsConfig()));
        var logs = new CloudWatchContainerLogs(client);
        var now = DateTimeOffset.UtcNow;
        await CallAsync("logs", "Logs_20140328.CreateLogGroup", new { logGroupName = name });
        await CallAsync("logs", "Logs_20140328.CreateLogStream", new { logGroupName = name, logStreamName = "p/c/1" });
        var logEvents = Enumerable.Range(0, 20)
            .Select(line => new { timestamp = now.AddSeconds(line - 20).ToUnixTimeMilliseconds(), message = $"line {line}" });
        await CallAsync("logs", "Logs_20140328.PutLogEvents", new { logGroupName = name, logStreamName = "p/c/1", logEvents });

        (await logs.TailAsync(new(name, "p/c/1"), 3, Cancel)).Select(line => line.Text).ShouldBe(["line 17", "line 18", "line 19"]);
        (await logs.TailAsync(new(name, "p/c/2"), 3, Cancel)).ShouldBeEmpty();
        (await logs.SinceAsync(name, now.AddSeconds(-10), Cancel)).Select(line => line.Text).First().ShouldBe("line 10");
    }

    [Fact]
    public async Task A_secret_exists_with_or_without_a_key_and_not_while_it_is_being_deleted()
    {
        using var secrets = new AmazonSecretsManagerClient(Credentials, Configured(new AmazonSecretsManagerConfig()));
        using var parameters = new AmazonSimpleSystemsManagementClient(Credentials, Configured(new AmazonSimpleSystemsManagementConfig()));
        var references = new AwsSecretReferences(secrets, parameters);
        var arn = (string)(await CallAsync("secretsmanager", "secretsmanager.CreateSecret", new { Name = name }))["ARN"]!;

        (await references.ExistsAsync(arn, Cancel)).ShouldBeTrue();
        (await references.ExistsAsync($"{arn}:password::", Cancel)).ShouldBeTrue();
        (await references.ExistsAsync(arn.Replace(name, "nothing", StringComparison.Ordinal), Cancel)).ShouldBeFalse();
        await CallAsync("secretsmanager", "secretsmanager.DeleteSecret", new { SecretId = name, RecoveryWindowInDays = 7 });
        (await references.ExistsAsync(arn, Cancel)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/stack/password", "/stack/password")]
    [InlineData("/stack/password", "arn:aws:ssm:eu-west-1:123456789012:parameter/stack/password")]
    [InlineData("password", "arn:aws:ssm:eu-west-1:123456789012:parameter/password")]
    public async Task A_parameter_exists_by_name_and_by_ARN(string name, string reference)
    {
        using var secrets = new AmazonSecretsManagerClient(Credentials, Configured(new AmazonSecretsManagerConfig()));
        using var parameters = new AmazonSimpleSystemsManagementClient(Credentials, Configured(new AmazonSimpleSystemsManagementConfig()));
        var references = new AwsSecretReferences(secrets, parameters);
        await CallAsync("ssm", "AmazonSSM.PutParameter", new { Name = name, Value = "hidden", Type = "SecureString", Overwrite = true });

        (await references.ExistsAsync(reference, Cancel)).ShouldBeTrue();
        (await references.ExistsAsync($"{reference}-other", Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_discovery_service_exists_by_its_ARN()
    {
        using var client = new AmazonServiceDiscoveryClient(Credentials, Configured(new AmazonServiceDiscoveryConfig()));
        await CallAsync("servicediscovery", "Route53AutoNaming_v20170314.CreateHttpNamespace", new { Name = name });
        var spaces = await CallAsync("servicediscovery", "Route53AutoNaming_v20170314.ListNamespaces", new { });
        var space = (string)spaces["Namespaces"]!.AsArray().Single(each => (string)each!["Name"]! == name)!["Id"]!;
        var made = await CallAsync("servicediscovery", "Route53AutoNaming_v20170314.CreateService", new { Name = name, NamespaceId = space });
        var arn = (string)made["Service"]!["Arn"]!;

        (await new CloudMapServices(client).ExistsAsync(arn, Cancel)).ShouldBeTrue();
        (await new CloudMapServices(client).ExistsAsync(arn[..arn.LastIndexOf('/')] + "/srv-nothing", Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_task_in_awsvpc_mode_takes_one_of_its_instances_network_interfaces()
    {
        using var ec2 = new AmazonEC2Client(Credentials, Configured(new AmazonEC2Config(), "us-east-1"));
        var cluster = new EcsCluster(fixture.Emulator, name);
        var service = new EcsService(fixture.Emulator, name, name);
        await cluster.CreateAsync("r5.large");
        var instance = (string)(await cluster.InstanceAsync())["ec2InstanceId"]!;
        var interfaces = new Ec2NetworkInterfaces(ec2);

        (await interfaces.FreeAsync(instance, Cancel)).ShouldBe(2);
        var revision = await service.RegisterAsync("image:1");
        await service.CreateAsync(revision);
        await service.DescribeAsync();
        (await interfaces.FreeAsync(instance, Cancel)).ShouldBe(1);
        (await interfaces.FreeAsync("i-0123456789abcdef0", Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData("r5.large", 2, 16384, 3)]
    [InlineData("r5a.large", 2, 16384, 3)]
    [InlineData("t3.medium", 2, 4096, 3)]
    public async Task EC2_tells_what_an_instance_type_has(string type, int cpus, int memory, int interfaces)
    {
        using var ec2 = new AmazonEC2Client(Credentials, Configured(new AmazonEC2Config()));
        var types = new Ec2InstanceTypes(ec2);
        var found = (await types.FindAsync(type, Cancel))!;

        (found.Cpus, found.Memory, found.Interfaces).ShouldBe((cpus, memory, interfaces));
        found.Architectures.ShouldBe(["x86_64"]);
        (await types.OfferedAsync("eu-west-1a", Cancel)).ShouldContain(type);
        (await types.OfClassesAsync(["r"], Cancel)).Select(other => other.Name).ShouldContain("r5.xlarge");
        (await types.FindAsync("r9.huge", Cancel)).ShouldBeNull();
    }

    private T Configured<T>(T config, string region = "eu-west-1")
        where T : ClientConfig
    {
        (config.ServiceURL, config.AuthenticationRegion) = (fixture.Emulator.Address.ToString(), region);
        return config;
    }

    private Task<JsonNode> CallAsync(string service, string target, object body) =>
        EmulatorCall.SendAsync(fixture.Emulator.Address.ToString(), service, target, JsonSerializer.Serialize(body));
}
