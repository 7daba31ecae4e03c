using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Tests.Ecs;

/// <summary>A task definition as DescribeTaskDefinition returns it: with all that ECS fills in.</summary>
internal static class Registered
{
    public static TaskDefinition From(RegisterTaskDefinitionRequest request, int revision) => new()
    {
        TaskDefinitionArn = $"arn:aws:ecs:eu-west-1:123456789012:task-definition/{request.Family}:{revision}",
        Family = request.Family,
        Revision = revision,
        Status = TaskDefinitionStatus.ACTIVE,
        RegisteredAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        RegisteredBy = "arn:aws:iam::123456789012:user/someone",
        NetworkMode = request.NetworkMode ?? NetworkMode.Bridge,
        TaskRoleArn = request.TaskRoleArn,
        ExecutionRoleArn = request.ExecutionRoleArn,
        Cpu = request.Cpu,
        Memory = request.Memory,
        Compatibilities = [Compatibility.EC2],
        RequiresCompatibilities = request.RequiresCompatibilities,
        RequiresAttributes = [new() { Name = "com.amazonaws.ecs.capability.docker-remote-api.1.18" }],
        PlacementConstraints = request.PlacementConstraints ?? [],
        Volumes = request.Volumes ?? [],
        ContainerDefinitions = [.. request.ContainerDefinitions!.Select(container => Filled(container, request.NetworkMode))],
    };

    private static ContainerDefinition Filled(ContainerDefinition container, NetworkMode? mode)
    {
        var filled = Copy.Of(container);
        filled.Cpu ??= 0;
        filled.Essential ??= true;
        filled.Environment = [.. (filled.Environment ?? []).OrderByDescending(pair => pair.Name, StringComparer.Ordinal)];
        filled.MountPoints = [.. (filled.MountPoints ?? [])
            .Select(mount => new MountPoint { SourceVolume = mount.SourceVolume, ContainerPath = mount.ContainerPath, ReadOnly = mount.ReadOnly ?? false })];
        filled.VolumesFrom ??= [];
        filled.SystemControls ??= [];
        filled.PortMappings = [.. (filled.PortMappings ?? []).Select(mapping => Filled(mapping, mode))];
        filled.HealthCheck = filled.HealthCheck is { } check ? Filled(check) : null;
        return filled;
    }

    private static PortMapping Filled(PortMapping mapping, NetworkMode? mode)
    {
        var filled = Copy.Of(mapping);
        filled.Protocol ??= TransportProtocol.Tcp;
        filled.HostPort = mode == NetworkMode.Awsvpc || mode == NetworkMode.Host ? mapping.ContainerPort : mapping.HostPort ?? 0;
        return filled;
    }

    private static HealthCheck Filled(HealthCheck check)
    {
        var filled = Copy.Of(check);
        filled.Interval ??= 30;
        filled.Timeout ??= 5;
        filled.Retries ??= 3;
        return filled;
    }
}
