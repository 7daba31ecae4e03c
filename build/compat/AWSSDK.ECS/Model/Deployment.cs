namespace Amazon.ECS.Model;

public class Deployment
{
    /// <summary>As in "ecs-svc/1234567890123456789".</summary>
    public string? Id { get; set; }

    /// <summary>PRIMARY, ACTIVE or INACTIVE.</summary>
    public string? Status { get; set; }

    /// <summary>ARN.</summary>
    public string? TaskDefinition { get; set; }

    public int? DesiredCount { get; set; }

    public int? PendingCount { get; set; }

    public int? RunningCount { get; set; }

    /// <summary>Consecutive failures; ECS resets it when a task reaches RUNNING.</summary>
    public int? FailedTasks { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

    public LaunchType? LaunchType { get; set; }

    public string? PlatformVersion { get; set; }

    public string? PlatformFamily { get; set; }

    public NetworkConfiguration? NetworkConfiguration { get; set; }

    public DeploymentRolloutState? RolloutState { get; set; }

    public string? RolloutStateReason { get; set; }
}
