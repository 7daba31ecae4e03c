namespace Amazon.ECS.Model;

public class CreateServiceRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public string? ServiceName { get; set; }

    public string? TaskDefinition { get; set; }

    public AvailabilityZoneRebalancing? AvailabilityZoneRebalancing { get; set; }

    public List<LoadBalancer>? LoadBalancers { get; set; }

    public List<ServiceRegistry>? ServiceRegistries { get; set; }

    public int? DesiredCount { get; set; }

    /// <summary>Makes a repeated call return the service of the first; at most 36 characters.</summary>
    public string? ClientToken { get; set; }

    public LaunchType? LaunchType { get; set; }

    public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

    /// <summary>Of Fargate: "1.4.0", "LATEST".</summary>
    public string? PlatformVersion { get; set; }

    public DeploymentConfiguration? DeploymentConfiguration { get; set; }

    public List<PlacementConstraint>? PlacementConstraints { get; set; }

    public List<PlacementStrategy>? PlacementStrategy { get; set; }

    public NetworkConfiguration? NetworkConfiguration { get; set; }

    public int? HealthCheckGracePeriodSeconds { get; set; }

    public SchedulingStrategy? SchedulingStrategy { get; set; }

    public DeploymentController? DeploymentController { get; set; }

    public List<Tag>? Tags { get; set; }

    public bool? EnableECSManagedTags { get; set; }

    public PropagateTags? PropagateTags { get; set; }

    public bool? EnableExecuteCommand { get; set; }
}
