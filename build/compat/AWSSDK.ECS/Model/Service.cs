namespace Amazon.ECS.Model;

public class Service
{
    public string? ServiceArn { get; set; }

    public string? ServiceName { get; set; }

    public string? ClusterArn { get; set; }

    public List<LoadBalancer>? LoadBalancers { get; set; }

    public List<ServiceRegistry>? ServiceRegistries { get; set; }

    /// <summary>ACTIVE, DRAINING or INACTIVE.</summary>
    public string? Status { get; set; }

    public int? DesiredCount { get; set; }

    public int? RunningCount { get; set; }

    public int? PendingCount { get; set; }

    public LaunchType? LaunchType { get; set; }

    public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

    public string? PlatformVersion { get; set; }

    public string? PlatformFamily { get; set; }

    /// <summary>ARN of the primary deployment's.</summary>
    public string? TaskDefinition { get; set; }

    public DeploymentConfiguration? DeploymentConfiguration { get; set; }

    public List<Deployment>? Deployments { get; set; }

    /// <summary>By which the service registers its containers with a load balancer.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Newest first, the last 100.</summary>
    public List<ServiceEvent>? Events { get; set; }

    public DateTime? CreatedAt { get; set; }

    /// <summary>ARN.</summary>
    public string? CurrentServiceDeployment { get; set; }

    public List<ServiceCurrentRevisionSummary>? CurrentServiceRevisions { get; set; }

    public List<PlacementConstraint>? PlacementConstraints { get; set; }

    public List<PlacementStrategy>? PlacementStrategy { get; set; }

    public NetworkConfiguration? NetworkConfiguration { get; set; }

    public int? HealthCheckGracePeriodSeconds { get; set; }

    public SchedulingStrategy? SchedulingStrategy { get; set; }

    public DeploymentController? DeploymentController { get; set; }

    public List<Tag>? Tags { get; set; }

    public string? CreatedBy { get; set; }

    public bool? EnableECSManagedTags { get; set; }

    public PropagateTags? PropagateTags { get; set; }

    public bool? EnableExecuteCommand { get; set; }

    public AvailabilityZoneRebalancing? AvailabilityZoneRebalancing { get; set; }
}
