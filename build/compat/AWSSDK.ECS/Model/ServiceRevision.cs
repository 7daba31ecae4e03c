namespace Amazon.ECS.Model;

public class ServiceRevision
{
    public string? ServiceRevisionArn { get; set; }

    public string? ServiceArn { get; set; }

    public string? ClusterArn { get; set; }

    /// <summary>ARN.</summary>
    public string? TaskDefinition { get; set; }

    public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

    public LaunchType? LaunchType { get; set; }

    public string? PlatformVersion { get; set; }

    public string? PlatformFamily { get; set; }

    public List<LoadBalancer>? LoadBalancers { get; set; }

    public List<ServiceRegistry>? ServiceRegistries { get; set; }

    public NetworkConfiguration? NetworkConfiguration { get; set; }

    public List<ContainerImage>? ContainerImages { get; set; }

    public bool? GuardDutyEnabled { get; set; }

    public DateTime? CreatedAt { get; set; }
}
