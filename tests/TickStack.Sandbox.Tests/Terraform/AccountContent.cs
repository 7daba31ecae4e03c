using System.Text.Json.Nodes;
using System.Xml.Linq;
using TickStack.Sandbox.Tests.EndToEnd;

namespace TickStack.Sandbox.Tests.Terraform;

/// <summary>What the emulated account holds of the stack, asked past the host.</summary>
internal sealed class AccountContent(AppliedCluster cluster)
{
    private const string Ecs = "AmazonEC2ContainerServiceV20141113";

    public string Volume { get; } = cluster.ResourcesOf("aws_ebs_volume").Single().GetProperty("id").GetString()!;

    private string Key { get; } = cluster.ResourcesOf("aws_kms_key").Single().GetProperty("key_id").GetString()!;

    /// <summary>With one task each, as a deploy leaves them, but of an image that nobody has built.</summary>
    public async Task CreateServicesAsync(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            await SendAsync("ecs", $"{Ecs}.RegisterTaskDefinition",
                $$"""{ "family": "{{name}}", "containerDefinitions": [ { "name": "it", "image": "it", "memory": 64 } ] }""");
            await SendAsync("ecs", $"{Ecs}.CreateService",
                $$"""{ "cluster": "{{AppliedCluster.Name}}", "serviceName": "{{name}}", "taskDefinition": "{{name}}", "desiredCount": 1 }""");
        }
    }

    public async Task<IEnumerable<(string Status, int Desired)>> ServicesAsync(IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Select(name => $"\"{name}\""));
        var described = await SendAsync("ecs", $"{Ecs}.DescribeServices", $$"""{ "cluster": "{{AppliedCluster.Name}}", "services": [ {{list}} ] }""");
        return [.. described["services"]!.AsArray().Select(service => (service!["status"]!.GetValue<string>(), service["desiredCount"]!.GetValue<int>()))];
    }

    /// <summary>ECS remembers a deleted cluster for a while, as INACTIVE.</summary>
    public async Task<string> ClusterStateAsync() =>
        (await SendAsync("ecs", $"{Ecs}.DescribeClusters", $$"""{ "clusters": [ "{{AppliedCluster.Name}}" ] }"""))["clusters"]![0]!["status"]!
            .GetValue<string>();

    public async Task<string> InstanceAsync() =>
        Elements(await QueryAsync("autoscaling", "DescribeAutoScalingGroups", ("AutoScalingGroupNames.member.1", AppliedCluster.Name)), "InstanceId")
            .ShouldHaveSingleItem();

    public Task TerminateAsync(string instance) => QueryAsync("ec2", "TerminateInstances", ("InstanceId.1", instance));

    /// <summary>None when there is no such volume any more.</summary>
    public async Task<IEnumerable<string>> VolumeStatesAsync() =>
        Elements(await QueryAsync("ec2", "DescribeVolumes", ("Filter.1.Name", "volume-id"), ("Filter.1.Value.1", Volume)), "status").Take(1);

    public async Task<IEnumerable<string>> SnapshotsAsync() =>
        Elements(await QueryAsync("ec2", "DescribeSnapshots", ("Filter.1.Name", "volume-id"), ("Filter.1.Value.1", Volume)), "snapshotId");

    public async Task<string> KeyStateAsync() =>
        (await SendAsync("kms", "TrentService.DescribeKey", $$"""{ "KeyId": "{{Key}}" }"""))["KeyMetadata"]!["KeyState"]!.GetValue<string>();

    public async Task<IEnumerable<string>> SecretsAsync() =>
        (await SendAsync("secretsmanager", "secretsmanager.ListSecrets", "{}"))["SecretList"]!.AsArray().Select(secret => secret!["Name"]!.GetValue<string>());

    public async Task<JsonArray> RepositoriesAsync() =>
        (await SendAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", "{}"))["repositories"]!.AsArray();

    private Task<JsonNode> SendAsync(string service, string target, string body) => EmulatorCall.SendAsync(cluster.Tree.EmulatorUrl, service, target, body);

    private Task<XDocument> QueryAsync(string service, string action, params (string Name, string Value)[] parameters) =>
        EmulatorCall.QueryAsync(cluster.Tree.EmulatorUrl, service, action, parameters);

    private static IEnumerable<string> Elements(XDocument document, string name) =>
        document.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);
}
