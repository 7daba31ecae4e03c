using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>An ECS service in the emulator, with the stack's own deployment settings.</summary>
/// <param name="cluster">Made without instances if it is not there.</param>
internal sealed class EcsService(EmulatorProcess emulator, string name, string cluster = "stack")
{
    /// <param name="changes">Parameters of CreateService that differ; one that is null is left out.</param>
    public async Task CreateAsync(string taskDefinition, JsonObject? changes = null)
    {
        var (status, body) = await TryCreateAsync(taskDefinition, changes);
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> TryCreateAsync(string taskDefinition, JsonObject? changes = null)
    {
        await CallAsync("CreateCluster", new { clusterName = cluster });
        var request = JsonSerializer.SerializeToNode(new
        {
            cluster,
            serviceName = name,
            taskDefinition,
            desiredCount = 1,
            launchType = "EC2",
            networkConfiguration = await NetworkAsync(),
            deploymentConfiguration = new
            {
                minimumHealthyPercent = 0,
                maximumPercent = 100,
                deploymentCircuitBreaker = new { enable = true, rollback = true },
            },
        })!.AsObject();
        return await CallAsync("CreateService", Merge(request, changes ?? []));
    }

    public Task<string> RegisterAsync(string image) =>
        RegisterAsync([Container("one", image, memory: 64), Container("two", image, memory: 64)]);

    /// <param name="changes">Parameters of RegisterTaskDefinition that differ.</param>
    public async Task<string> RegisterAsync(JsonArray containerDefinitions, JsonObject? changes = null)
    {
        var request = new JsonObject { ["family"] = name, ["networkMode"] = "awsvpc", ["containerDefinitions"] = containerDefinitions };
        var (status, body) = await CallAsync("RegisterTaskDefinition", Merge(request, changes ?? []));
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return (string)body["taskDefinition"]!["taskDefinitionArn"]!;
    }

    public static JsonObject Container(string name, string image, int memory, int cpu = 0) =>
        new() { ["name"] = name, ["image"] = image, ["memory"] = memory, ["cpu"] = cpu };

    public async Task<JsonNode> UpdateAsync(object changes)
    {
        var (status, body) = await TryUpdateAsync(changes);
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body["service"]!;
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> TryUpdateAsync(object changes)
    {
        var request = JsonSerializer.SerializeToNode(changes)!.AsObject();
        request["cluster"] = cluster;
        request["service"] = name;
        return CallAsync("UpdateService", request);
    }

    public async Task<JsonNode> DescribeAsync(params string[] include)
    {
        var (_, body) = await CallAsync("DescribeServices", new { cluster, services = new[] { name }, include });
        return body["services"]![0]!;
    }

    /// <summary>The deployment that ECS is at, after one more tick.</summary>
    public async Task<JsonNode> PrimaryAsync() => (await DescribeAsync())["deployments"]![0]!;

    public async Task<JsonArray> TasksAsync(string desiredStatus)
    {
        var (_, listed) = await CallAsync("ListTasks", new { cluster, serviceName = name, desiredStatus });
        var tasks = listed["taskArns"]!.AsArray();
        return tasks.Count == 0 ? [] : (await CallAsync("DescribeTasks", new { cluster, tasks, include = (string[])["TAGS"] })).Body["tasks"]!.AsArray();
    }

    public async Task ScriptAsync(string outcome, int ticks = 1)
    {
        var (status, body) = await emulator.PostAsync("/tickstack/ecs", new { service = name, outcome, ticks });
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(string operation, object parameters) =>
        emulator.CallAsync("ecs", $"AmazonEC2ContainerServiceV20141113.{operation}", parameters);

    private async Task<JsonObject> NetworkAsync()
    {
        var settings = new AmazonEC2Config { ServiceURL = emulator.Address.ToString(), AuthenticationRegion = "us-east-1" };
        using var ec2 = new AmazonEC2Client(new BasicAWSCredentials("test", "test"), settings);
        var subnet = (await ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest())).Subnets[0].SubnetId;
        var group = (await ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest())).SecurityGroups[0].GroupId;
        return new() { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray(subnet), ["securityGroups"] = new JsonArray(group) } };
    }

    private static JsonObject Merge(JsonObject request, JsonObject changes)
    {
        foreach (var (parameter, value) in changes)
        {
            request.Remove(parameter);
            if (value is not null)
            {
                request[parameter] = value.DeepClone();
            }
        }

        return request;
    }
}
