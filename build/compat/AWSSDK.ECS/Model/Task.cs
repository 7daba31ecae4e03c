namespace Amazon.ECS.Model;

public class Task
{
    public List<Attachment>? Attachments { get; set; }

    public List<Attribute>? Attributes { get; set; }

    public string? AvailabilityZone { get; set; }

    public string? CapacityProviderName { get; set; }

    public string? ClusterArn { get; set; }

    public Connectivity? Connectivity { get; set; }

    public DateTime? ConnectivityAt { get; set; }

    public string? ContainerInstanceArn { get; set; }

    public List<Container>? Containers { get; set; }

    public string? Cpu { get; set; }

    public DateTime? CreatedAt { get; set; }

    /// <summary>RUNNING or STOPPED.</summary>
    public string? DesiredStatus { get; set; }

    public bool? EnableExecuteCommand { get; set; }

    public DateTime? ExecutionStoppedAt { get; set; }

    public string? Group { get; set; }

    public HealthStatus? HealthStatus { get; set; }

    /// <summary>PROVISIONING, PENDING, ACTIVATING, RUNNING, DEACTIVATING, STOPPING, DEPROVISIONING or STOPPED.</summary>
    public string? LastStatus { get; set; }

    public LaunchType? LaunchType { get; set; }

    public string? Memory { get; set; }

    public string? PlatformVersion { get; set; }

    public string? PlatformFamily { get; set; }

    public DateTime? PullStartedAt { get; set; }

    public DateTime? PullStoppedAt { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>The deployment id, for a task of a service.</summary>
    public string? StartedBy { get; set; }

    public TaskStopCode? StopCode { get; set; }

    public DateTime? StoppedAt { get; set; }

    public string? StoppedReason { get; set; }

    public DateTime? StoppingAt { get; set; }

    public List<Tag>? Tags { get; set; }

    public string? TaskArn { get; set; }

    public string? TaskDefinitionArn { get; set; }

    /// <summary>Counts up with every change of state.</summary>
    public long? Version { get; set; }
}
