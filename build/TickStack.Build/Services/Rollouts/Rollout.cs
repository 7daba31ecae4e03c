using Amazon.ECS;
using Amazon.ECS.Model;

namespace TickStack.Build.Services.Rollouts;

/// <summary>One deployment of one service: what a watch is about, whatever else happens to the service.</summary>
public sealed record Rollout
{
    /// <summary>ARN.</summary>
    public required string Cluster { get; init; }

    public required string Service { get; init; }

    /// <summary>As CreateService or UpdateService returned it.</summary>
    public required string DeploymentId { get; init; }

    /// <summary>ARN.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>ARN of what ran before; null for a new service and for a rollout that another run began.</summary>
    public string? Before { get; init; }

    /// <summary>Whether ECS itself gives up after repeated failures.</summary>
    public bool CircuitBreaker { get; init; }

    /// <summary>Where the containers write.</summary>
    public IReadOnlyList<ContainerLog> Logs { get; init; } = [];

    /// <summary>Ids of the events that are not of this rollout.</summary>
    public IReadOnlySet<string> EarlierEvents { get; init; } = new HashSet<string>();

    /// <param name="service">As the call returned it that started the rollout, or as it was found in the middle of one.</param>
    /// <param name="before">The service before that call; null when there was none, or no call.</param>
    /// <param name="containers">Of the task definition that is rolled out.</param>
    public static Rollout Of(Service service, Service? before, IEnumerable<ContainerDefinition>? containers)
    {
        var deployment = Primary(service) ?? throw new InvalidOperationException($"ECS returned the service {service.ServiceName} without a primary deployment.");
        return new Rollout
        {
            Cluster = service.ClusterArn!,
            Service = service.ServiceName!,
            DeploymentId = deployment.Id!,
            TaskDefinition = deployment.TaskDefinition!,
            Before = before?.TaskDefinition,
            CircuitBreaker = service.DeploymentConfiguration?.DeploymentCircuitBreaker?.Enable == true,
            Logs = ContainerLog.Of(containers),
            EarlierEvents = (before is null ? EventsBefore(deployment, service) : before.Events ?? []).Select(happened => happened.Id!).ToHashSet(),
        };
    }

    public static Deployment? Primary(Service service) => service.Deployments?.FirstOrDefault(deployment => deployment.Status == "PRIMARY");

    // What happened to a deployment after it was complete is past; what happened to one that is under way belongs to it.
    private static IEnumerable<ServiceEvent> EventsBefore(Deployment deployment, Service service) =>
        (service.Events ?? []).Where(happened => deployment.RolloutState == DeploymentRolloutState.COMPLETED || happened.CreatedAt < deployment.CreatedAt);
}
