using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Services.Verification;

internal static class ContainerInstances
{
    /// <summary>The instances of a cluster on which ECS starts tasks, in two calls.</summary>
    public static async Task<IReadOnlyList<ContainerInstance>> ReadyAsync(this EcsCalls calls, string cluster, CancellationToken cancellationToken)
    {
        var list = new ListContainerInstancesRequest { Cluster = cluster, Status = ContainerInstanceStatus.ACTIVE };
        var arns = (await calls.SendAsync("ListContainerInstances", (ecs, token) => ecs.ListContainerInstancesAsync(list, token), cancellationToken)).ContainerInstanceArns;
        if (arns is not { Count: > 0 })
        {
            return [];
        }

        var describe = new DescribeContainerInstancesRequest { Cluster = cluster, ContainerInstances = arns };
        var found = await calls.SendAsync("DescribeContainerInstances", (ecs, token) => ecs.DescribeContainerInstancesAsync(describe, token), cancellationToken);
        return [.. (found.ContainerInstances ?? []).Where(instance => instance.AgentConnected == true)];
    }
}
