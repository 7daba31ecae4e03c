using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Tools.Logs;

namespace TickStack.Build.Services;

/// <summary>Where a container writes in CloudWatch Logs.</summary>
/// <param name="Container">Name of the container.</param>
/// <param name="Group">Log group.</param>
/// <param name="Prefix">Of its streams.</param>
public sealed record ContainerLog(string Container, string Group, string Prefix)
{
    /// <summary>Of those containers that log there, and whose streams can be told from others.</summary>
    public static IReadOnlyList<ContainerLog> Of(IEnumerable<ContainerDefinition>? containers) =>
        [.. (containers ?? []).Select(Of).OfType<ContainerLog>()];

    /// <param name="taskArn">The last part of it names the stream.</param>
    public LogStreamName StreamOf(string taskArn) => new(Group, $"{Prefix}/{Container}/{taskArn[(taskArn.LastIndexOf('/') + 1)..]}");

    private static ContainerLog? Of(ContainerDefinition container) =>
        container.LogConfiguration is { Options: { } options } configuration
            && configuration.LogDriver == LogDriver.Awslogs
            && options.TryGetValue("awslogs-group", out var group)
            && options.TryGetValue("awslogs-stream-prefix", out var prefix)
            ? new ContainerLog(container.Name!, group, prefix)
            : null;
}
