using Amazon.ECS.Model;

namespace TickStack.Build.Tests.Ecs;

/// <summary>Container instances as DescribeContainerInstances returns them.</summary>
internal static class Hosts
{
    public static ContainerInstance Instance(int cpu, int memory, string[]? ports = null, bool trunk = false, bool connected = true) => new()
    {
        ContainerInstanceArn = "arn:aws:ecs:eu-west-1:123456789012:container-instance/stack/1",
        Ec2InstanceId = "i-0a1b",
        Status = "ACTIVE",
        AgentConnected = connected,
        RemainingResources =
        [
            new() { Name = "CPU", Type = "INTEGER", IntegerValue = cpu },
            new() { Name = "MEMORY", Type = "INTEGER", IntegerValue = memory },
            new() { Name = "PORTS", Type = "STRINGSET", StringSetValue = [.. ports ?? []] },
        ],
        Attributes = [new() { Name = "ecs.instance-type", Value = "r5.large" },
            .. trunk ? [new Amazon.ECS.Model.Attribute { Name = "ecs.awsvpc-trunk-id", Value = "eni-1" }] : Array.Empty<Amazon.ECS.Model.Attribute>()],
    };
}
