namespace Amazon.ECS.Model;

public class Cluster
{
    public string? ClusterArn { get; set; }

    public string? ClusterName { get; set; }

    /// <summary>ACTIVE, PROVISIONING, DEPROVISIONING, FAILED or INACTIVE.</summary>
    public string? Status { get; set; }

    public int? RegisteredContainerInstancesCount { get; set; }

    public int? RunningTasksCount { get; set; }

    public int? PendingTasksCount { get; set; }

    public int? ActiveServicesCount { get; set; }

    public List<KeyValuePair>? Statistics { get; set; }

    public List<Tag>? Tags { get; set; }

    public List<ClusterSetting>? Settings { get; set; }

    public List<string>? CapacityProviders { get; set; }

    public List<CapacityProviderStrategyItem>? DefaultCapacityProviderStrategy { get; set; }
}
