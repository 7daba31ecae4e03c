using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>A cluster with an Auto Scaling group behind its capacity provider, as Terraform makes it.</summary>
internal sealed class EcsCluster(EmulatorProcess emulator, string name)
{
    // One of those that moto knows.
    public const string Image = "ami-12c6146b";

    /// <param name="userData">What the instances would run.</param>
    public async Task CreateAsync(string instanceType, int instances = 1, string userData = "")
    {
        await emulator.QueryAsync("ec2", "CreateLaunchTemplate", Template(instanceType, userData));
        var size = $"{instances}";
        await emulator.QueryAsync(
            "autoscaling", "CreateAutoScalingGroup", ("AutoScalingGroupName", name), ("MinSize", size), ("MaxSize", size),
            ("AvailabilityZones.member.1", "us-east-1a"),
            ("LaunchTemplate.LaunchTemplateName", name), ("LaunchTemplate.Version", "$Latest"));
        var groups = await emulator.QueryAsync("autoscaling", "DescribeAutoScalingGroups", ("AutoScalingGroupNames.member.1", name));
        await CallAsync("CreateCapacityProvider", new { name, autoScalingGroupProvider = new { autoScalingGroupArn = Value(groups, "AutoScalingGroupARN") } });
        await CallAsync("CreateCluster", new { clusterName = name });
        await CallAsync("PutClusterCapacityProviders", new
        {
            cluster = name,
            capacityProviders = new[] { name },
            defaultCapacityProviderStrategy = new[] { new { capacityProvider = name, weight = 100, @base = 1 } },
        });
    }

    /// <summary>As Terraform does it when the instances shall be others.</summary>
    public Task ChangeAsync(string instanceType, string userData = "") =>
        emulator.QueryAsync("ec2", "CreateLaunchTemplateVersion", Template(instanceType, userData));

    public Task RefreshAsync(bool skipMatching = true) => emulator.QueryAsync(
        "autoscaling", "StartInstanceRefresh", ("AutoScalingGroupName", name), ("Preferences.SkipMatching", skipMatching ? "true" : "false"));

    public async Task<JsonArray> InstancesAsync()
    {
        var containerInstances = (await CallAsync("ListContainerInstances", new { cluster = name }))["containerInstanceArns"]!.AsArray();
        return containerInstances.Count == 0 ? []
            : (await CallAsync("DescribeContainerInstances", new { cluster = name, containerInstances }))["containerInstances"]!.AsArray();
    }

    public async Task<JsonNode> InstanceAsync() => (await InstancesAsync()).ShouldHaveSingleItem()!;

    /// <summary>CPU units and MiB that no task has reserved.</summary>
    public async Task<(int Cpu, int Memory)> RemainingAsync()
    {
        var instance = await InstanceAsync();
        return (Resource(instance, "remainingResources", "CPU"), Resource(instance, "remainingResources", "MEMORY"));
    }

    public static int Resource(JsonNode instance, string kind, string resource) =>
        (int)instance[kind]!.AsArray().Single(each => (string)each!["name"]! == resource)!["integerValue"]!;

    public Task TerminateAsync(JsonNode instance) =>
        emulator.QueryAsync("ec2", "TerminateInstances", ("InstanceId.1", (string)instance["ec2InstanceId"]!));

    public async Task<JsonNode> CallAsync(string operation, object parameters)
    {
        var (status, body) = await emulator.CallAsync("ecs", $"AmazonEC2ContainerServiceV20141113.{operation}", parameters);
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body;
    }

    private (string Name, string Value)[] Template(string instanceType, string userData) =>
    [
        ("LaunchTemplateName", name), ("LaunchTemplateData.ImageId", Image), ("LaunchTemplateData.InstanceType", instanceType),
        ("LaunchTemplateData.UserData", Convert.ToBase64String(Encoding.UTF8.GetBytes(userData))),
    ];

    private static string Value(XDocument answer, string element) => answer.Descendants().First(each => each.Name.LocalName == element).Value;
}
