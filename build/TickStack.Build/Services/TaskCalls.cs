using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Services;

/// <summary>The tasks of a service, in two calls.</summary>
internal static class TaskCalls
{
    /// <summary>Those that ECS starts or keeps running.</summary>
    public static Task<IReadOnlyList<Amazon.ECS.Model.Task>> RunningTasksAsync(this EcsCalls calls, string cluster, string service, CancellationToken cancellationToken) =>
        calls.TasksAsync(cluster, service, DesiredStatus.RUNNING, cancellationToken);

    /// <summary>Those that ECS still remembers, about an hour.</summary>
    public static Task<IReadOnlyList<Amazon.ECS.Model.Task>> StoppedTasksAsync(this EcsCalls calls, string cluster, string service, CancellationToken cancellationToken) =>
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
