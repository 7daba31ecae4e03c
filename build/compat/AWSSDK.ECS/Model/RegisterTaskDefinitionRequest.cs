namespace Amazon.ECS.Model;

public class RegisterTaskDefinitionRequest : AmazonECSRequest
{
    public string? Family { get; set; }

    public string? TaskRoleArn { get; set; }

    public string? ExecutionRoleArn { get; set; }

    public NetworkMode? NetworkMode { get; set; }

    public List<ContainerDefinition>? ContainerDefinitions { get; set; }

    public List<Volume>? Volumes { get; set; }

    public List<TaskDefinitionPlacementConstraint>? PlacementConstraints { get; set; }

    /// <summary>Values of <see cref="Compatibility"/>.</summary>
    public List<string>? RequiresCompatibilities { get; set; }

    /// <summary>CPU units ("512") or vCPUs ("0.5 vCPU").</summary>
    public string? Cpu { get; set; }

    /// <summary>MiB ("1024") or GB ("1 GB").</summary>
    public string? Memory { get; set; }

    public List<Tag>? Tags { get; set; }

    public PidMode? PidMode { get; set; }

    public IpcMode? IpcMode { get; set; }

    public ProxyConfiguration? ProxyConfiguration { get; set; }

    public EphemeralStorage? EphemeralStorage { get; set; }

    public RuntimePlatform? RuntimePlatform { get; set; }
}
