using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Aws;

namespace TickStack.Build.Ecs;

/// <summary>The tasks of a service, in two calls.</summary>
internal static class TaskCalls
{
    /// <summary>Those that ECS starts or keeps running.</summary>
    public static Task<IReadOnlyList<Amazon.ECS.Model.Task>> RunningTasksAsync(
        this EcsCalls calls, string cluster, string service, CancellationToken cancellationToken) =>
        calls.TasksAsync(cluster, service, DesiredStatus.RUNNING, cancellationToken);

    /// <summary>Those that ECS still remembers, about an hour.</summary>
    public static Task<IReadOnlyList<Amazon.ECS.Model.Task>> StoppedTasksAsync(
        this EcsCalls calls, string cluster, string service, CancellationToken cancellationToken) =>
        calls.TasksAsync(cluster, service, DesiredStatus.STOPPED, cancellationToken);

    private static async Task<IReadOnlyList<Amazon.ECS.Model.Task>> TasksAsync(
        this EcsCalls calls, string cluster, string service, DesiredStatus status, CancellationToken cancellationToken)
    {
        var list = new ListTasksRequest { Cluster = cluster, ServiceName = service, DesiredStatus = status, MaxResults = 100 };
        var arns = (await calls.SendAsync("ListTasks", (ecs, token) => ecs.ListTasksAsync(list, token), cancellationToken)).TaskArns;
        if (arns is not { Count: > 0 })
        {
            return [];
        }

        var describe = new DescribeTasksRequest { Cluster = cluster, Tasks = arns };
        return (await calls.SendAsync("DescribeTasks", (ecs, token) => ecs.DescribeTasksAsync(describe, token), cancellationToken)).Tasks ?? [];
    }
}

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
