using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;

namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>An ECS service in the emulator, with the stack's own deployment settings.</summary>
internal sealed class EcsService(EmulatorProcess emulator, string name)
{
    private JsonObject network = [];

    public async Task CreateAsync(string taskDefinition)
    {
        await EcsAsync("CreateCluster", new { clusterName = "stack" });
        network = await NetworkAsync();
        var (status, body) = await EcsAsync("CreateService", new
        {
            cluster = "stack",
            serviceName = name,
            taskDefinition,
            desiredCount = 1,
            launchType = "EC2",
            networkConfiguration = network,
            deploymentConfiguration = new
            {
                minimumHealthyPercent = 0,
                maximumPercent = 100,
                deploymentCircuitBreaker = new { enable = true, rollback = true },
            },
        });
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
    }

    public async Task<string> RegisterAsync(string image)
    {
        var (_, body) = await EcsAsync("RegisterTaskDefinition", new
        {
            family = name,
            networkMode = "awsvpc",
            containerDefinitions = new[] { new { name = "one", image, memory = 64 }, new { name = "two", image, memory = 64 } },
        });
        return (string)body["taskDefinition"]!["taskDefinitionArn"]!;
    }

    public async Task<JsonNode> UpdateAsync(object changes)
    {
        var request = JsonSerializer.SerializeToNode(changes)!.AsObject();
        request["cluster"] = "stack";
        request["service"] = name;
        var (status, body) = await EcsAsync("UpdateService", request);
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body["service"]!;
    }

    public async Task<JsonNode> DescribeAsync()
    {
        var (_, body) = await EcsAsync("DescribeServices", new { cluster = "stack", services = new[] { name } });
        return body["services"]![0]!;
    }

    /// <summary>The deployment that ECS is at, after one more tick.</summary>
    public async Task<JsonNode> PrimaryAsync() => (await DescribeAsync())["deployments"]![0]!;

    public async Task<JsonArray> TasksAsync(string desiredStatus)
    {
        var (_, listed) = await EcsAsync("ListTasks", new { cluster = "stack", serviceName = name, desiredStatus });
        var tasks = listed["taskArns"]!.AsArray();
        return tasks.Count == 0 ? [] : (await EcsAsync("DescribeTasks", new { cluster = "stack", tasks })).Body["tasks"]!.AsArray();
    }

    public async Task ScriptAsync(string outcome, int ticks = 1)
    {
        var (status, body) = await emulator.PostAsync("/tickstack/ecs", new { service = name, outcome, ticks });
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
    }

    private async Task<JsonObject> NetworkAsync()
    {
        var settings = new AmazonEC2Config { ServiceURL = emulator.Address.ToString(), AuthenticationRegion = "us-east-1" };
        using var ec2 = new AmazonEC2Client(new BasicAWSCredentials("test", "test"), settings);
        var subnet = (await ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest())).Subnets[0].SubnetId;
        var group = (await ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest())).SecurityGroups[0].GroupId;
        return new() { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray(subnet), ["securityGroups"] = new JsonArray(group) } };
    }

    private Task<(HttpStatusCode Status, JsonNode Body)> EcsAsync(string operation, object parameters) =>
        emulator.CallAsync("ecs", $"AmazonEC2ContainerServiceV20141113.{operation}", parameters);
}
