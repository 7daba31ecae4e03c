using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;

namespace TickStack.Build.Tests.Ecs;

/// <summary>A service as the stack has it, to be varied by a test.</summary>
internal static class Desired
{
    public static DesiredService Service(string image = "registry/tick@sha256:1") => new()
    {
        Cluster = "stack",
        ServiceName = "stack-tick",
        TaskDefinition = TaskDefinition(image),
        NetworkConfiguration = Network("sg-1"),
        ServiceRegistries = [new() { RegistryArn = "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-1" }],
        PlacementConstraints = [new() { Type = PlacementConstraintType.MemberOf, Expression = "attribute:ecs.availability-zone == eu-west-1a" }],
    };

    public static NetworkConfiguration Network(params string[] groups) =>
        new() { AwsvpcConfiguration = new() { Subnets = ["subnet-2", "subnet-1"], SecurityGroups = [.. groups] } };

    public static RegisterTaskDefinitionRequest TaskDefinition(string image = "registry/tick@sha256:1") => new()
    {
        Family = "stack-tick",
        NetworkMode = NetworkMode.Awsvpc,
        TaskRoleArn = "arn:aws:iam::123456789012:role/tick",
        ContainerDefinitions =
        [
            new()
            {
                Name = "kapacitor",
                Image = image,
                Memory = 256,
                PortMappings = [new() { ContainerPort = 9092 }],
                Environment = [new() { Name = "A", Value = "1" }, new() { Name = "B", Value = "" }],
                HealthCheck = new() { Command = ["CMD", "/usr/local/bin/healthcheck"] },
                MountPoints = [new() { SourceVolume = "volume-0", ContainerPath = "/var/lib/kapacitor" }],
                DockerLabels = new() { ["empty"] = "" },
            },
            new() { Name = "telegraf", Image = "registry/telegraf@sha256:2", Memory = 128 },
        ],
        Volumes = [new() { Name = "volume-0", Host = new() { SourcePath = "/data/kapacitor" } }],
        Tags = [new() { Key = "revision", Value = "abc" }],
    };
}
