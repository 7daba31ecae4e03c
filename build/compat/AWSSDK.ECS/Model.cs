using Amazon.Runtime;

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

public class CreateServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}

public class DeleteServiceRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public string? Service { get; set; }

    public bool? Force { get; set; }
}

public class DeleteServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}

public class DeregisterTaskDefinitionRequest : AmazonECSRequest
{
    public string? TaskDefinition { get; set; }
}

public class DeregisterTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition? TaskDefinition { get; set; }
}

public class DescribeClustersRequest : AmazonECSRequest
{
    public List<string>? Clusters { get; set; }

    /// <summary>Values of <see cref="ClusterField"/>.</summary>
    public List<string>? Include { get; set; }
}

public class DescribeClustersResponse : AmazonWebServiceResponse
{
    public List<Cluster>? Clusters { get; set; }

    public List<Failure>? Failures { get; set; }
}

public class DescribeContainerInstancesRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public List<string>? ContainerInstances { get; set; }

    /// <summary>Values of <see cref="ContainerInstanceField"/>.</summary>
    public List<string>? Include { get; set; }
}

public class DescribeContainerInstancesResponse : AmazonWebServiceResponse
{
    public List<ContainerInstance>? ContainerInstances { get; set; }

    public List<Failure>? Failures { get; set; }
}

public class DescribeServiceDeploymentsRequest : AmazonECSRequest
{
    /// <summary>At most 20.</summary>
    public List<string>? ServiceDeploymentArns { get; set; }
}

public class DescribeServiceDeploymentsResponse : AmazonWebServiceResponse
{
    public List<ServiceDeployment>? ServiceDeployments { get; set; }

    public List<Failure>? Failures { get; set; }
}

public class DescribeServiceRevisionsRequest : AmazonECSRequest
{
    /// <summary>At most 20.</summary>
    public List<string>? ServiceRevisionArns { get; set; }
}

public class DescribeServiceRevisionsResponse : AmazonWebServiceResponse
{
    public List<ServiceRevision>? ServiceRevisions { get; set; }

    public List<Failure>? Failures { get; set; }
}

public class DescribeServicesRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    /// <summary>Names or ARNs, at most 10.</summary>
    public List<string>? Services { get; set; }

    /// <summary>Values of <see cref="ServiceField"/>.</summary>
    public List<string>? Include { get; set; }
}

public class DescribeServicesResponse : AmazonWebServiceResponse
{
    public List<Service>? Services { get; set; }

    public List<Failure>? Failures { get; set; }
}

public class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    /// <summary>"family" (the latest ACTIVE revision), "family:revision" or an ARN.</summary>
    public string? TaskDefinition { get; set; }

    /// <summary>Values of <see cref="TaskDefinitionField"/>.</summary>
    public List<string>? Include { get; set; }
}

public class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition? TaskDefinition { get; set; }

    public List<Tag>? Tags { get; set; }
}

public class DescribeTasksRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    /// <summary>Ids or ARNs, at most 100.</summary>
    public List<string>? Tasks { get; set; }

    /// <summary>Values of <see cref="TaskField"/>.</summary>
    public List<string>? Include { get; set; }
}

public class DescribeTasksResponse : AmazonWebServiceResponse
{
    public List<Task>? Tasks { get; set; }

    public List<Failure>? Failures { get; set; }
}

public class ListAccountSettingsRequest : AmazonECSRequest
{
    public SettingName? Name { get; set; }

    public string? Value { get; set; }

    public string? PrincipalArn { get; set; }

    public bool? EffectiveSettings { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}

public class ListAccountSettingsResponse : AmazonWebServiceResponse
{
    public List<Setting>? Settings { get; set; }

    public string? NextToken { get; set; }
}

public class ListContainerInstancesRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public string? Filter { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }

    public ContainerInstanceStatus? Status { get; set; }
}

public class ListContainerInstancesResponse : AmazonWebServiceResponse
{
    public List<string>? ContainerInstanceArns { get; set; }

    public string? NextToken { get; set; }
}

public class ListServiceDeploymentsRequest : AmazonECSRequest
{
    /// <summary>Name or ARN.</summary>
    public string? Service { get; set; }

    /// <summary>Name or ARN.</summary>
    public string? Cluster { get; set; }

    /// <summary>Values of <see cref="ServiceDeploymentStatus"/>.</summary>
    public List<string>? Status { get; set; }

    public CreatedAt? CreatedAt { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}

public class ListServiceDeploymentsResponse : AmazonWebServiceResponse
{
    public List<ServiceDeploymentBrief>? ServiceDeployments { get; set; }

    public string? NextToken { get; set; }
}

public class ListTagsForResourceRequest : AmazonECSRequest
{
    public string? ResourceArn { get; set; }
}

public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }
}

public class ListTaskDefinitionsRequest : AmazonECSRequest
{
    /// <summary>The whole family name, in spite of its own.</summary>
    public string? FamilyPrefix { get; set; }

    public TaskDefinitionStatus? Status { get; set; }

    public SortOrder? Sort { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}

public class ListTaskDefinitionsResponse : AmazonWebServiceResponse
{
    public List<string>? TaskDefinitionArns { get; set; }

    public string? NextToken { get; set; }
}

public class ListTasksRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public string? ContainerInstance { get; set; }

    public string? Family { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }

    public string? StartedBy { get; set; }

    public string? ServiceName { get; set; }

    public DesiredStatus? DesiredStatus { get; set; }

    public LaunchType? LaunchType { get; set; }
}

public class ListTasksResponse : AmazonWebServiceResponse
{
    public List<string>? TaskArns { get; set; }

    public string? NextToken { get; set; }
}

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

public class RegisterTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition? TaskDefinition { get; set; }

    public List<Tag>? Tags { get; set; }
}

public class TagResourceRequest : AmazonECSRequest
{
    public string? ResourceArn { get; set; }

    /// <summary>Added to those that are there; a key that is there gets the new value.</summary>
    public List<Tag>? Tags { get; set; }
}

public class TagResourceResponse : AmazonWebServiceResponse;

public class UpdateServiceRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public string? Service { get; set; }

    public int? DesiredCount { get; set; }

    public string? TaskDefinition { get; set; }

    public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

    public DeploymentConfiguration? DeploymentConfiguration { get; set; }

    public AvailabilityZoneRebalancing? AvailabilityZoneRebalancing { get; set; }

    public NetworkConfiguration? NetworkConfiguration { get; set; }

    public List<PlacementConstraint>? PlacementConstraints { get; set; }

    public List<PlacementStrategy>? PlacementStrategy { get; set; }

    public string? PlatformVersion { get; set; }

    public bool? ForceNewDeployment { get; set; }

    public int? HealthCheckGracePeriodSeconds { get; set; }

    public DeploymentController? DeploymentController { get; set; }

    public bool? EnableExecuteCommand { get; set; }

    public bool? EnableECSManagedTags { get; set; }

    public List<LoadBalancer>? LoadBalancers { get; set; }

    public PropagateTags? PropagateTags { get; set; }

    public List<ServiceRegistry>? ServiceRegistries { get; set; }
}

public class UpdateServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}

public class Attachment
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public string? Status { get; set; }

    public List<KeyValuePair>? Details { get; set; }
}

public class Attribute
{
    public string? Name { get; set; }

    public string? Value { get; set; }

    public TargetType? TargetType { get; set; }

    public string? TargetId { get; set; }
}

public class AwsVpcConfiguration
{
    public List<string>? Subnets { get; set; }

    public List<string>? SecurityGroups { get; set; }

    public AssignPublicIp? AssignPublicIp { get; set; }
}

public class CapacityProviderStrategyItem
{
    public string? CapacityProvider { get; set; }

    public int? Weight { get; set; }

    public int? Base { get; set; }
}

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

public class ClusterSetting
{
    public ClusterSettingName? Name { get; set; }

    public string? Value { get; set; }
}

public class Container
{
    public string? ContainerArn { get; set; }

    public string? TaskArn { get; set; }

    public string? Name { get; set; }

    public string? Image { get; set; }

    public string? ImageDigest { get; set; }

    public string? RuntimeId { get; set; }

    public string? LastStatus { get; set; }

    public int? ExitCode { get; set; }

    public string? Reason { get; set; }

    public List<NetworkBinding>? NetworkBindings { get; set; }

    public List<NetworkInterface>? NetworkInterfaces { get; set; }

    public HealthStatus? HealthStatus { get; set; }

    public List<ManagedAgent>? ManagedAgents { get; set; }

    public string? Cpu { get; set; }

    public string? Memory { get; set; }

    public string? MemoryReservation { get; set; }

    public List<string>? GpuIds { get; set; }
}

public class ContainerDefinition
{
    public string? Name { get; set; }

    public string? Image { get; set; }

    public RepositoryCredentials? RepositoryCredentials { get; set; }

    /// <summary>CPU units; 1024 are one vCPU.</summary>
    public int? Cpu { get; set; }

    /// <summary>Hard limit, MiB.</summary>
    public int? Memory { get; set; }

    /// <summary>Soft limit, MiB.</summary>
    public int? MemoryReservation { get; set; }

    public List<string>? Links { get; set; }

    public List<PortMapping>? PortMappings { get; set; }

    public bool? Essential { get; set; }

    public ContainerRestartPolicy? RestartPolicy { get; set; }

    public List<string>? EntryPoint { get; set; }

    public List<string>? Command { get; set; }

    public List<KeyValuePair>? Environment { get; set; }

    public List<EnvironmentFile>? EnvironmentFiles { get; set; }

    public List<MountPoint>? MountPoints { get; set; }

    public List<VolumeFrom>? VolumesFrom { get; set; }

    public LinuxParameters? LinuxParameters { get; set; }

    public List<Secret>? Secrets { get; set; }

    public List<ContainerDependency>? DependsOn { get; set; }

    /// <summary>Seconds.</summary>
    public int? StartTimeout { get; set; }

    /// <summary>Seconds.</summary>
    public int? StopTimeout { get; set; }

    public VersionConsistency? VersionConsistency { get; set; }

    public string? Hostname { get; set; }

    public string? User { get; set; }

    public string? WorkingDirectory { get; set; }

    public bool? DisableNetworking { get; set; }

    public bool? Privileged { get; set; }

    public bool? ReadonlyRootFilesystem { get; set; }

    public List<string>? DnsServers { get; set; }

    public List<string>? DnsSearchDomains { get; set; }

    public List<HostEntry>? ExtraHosts { get; set; }

    public List<string>? DockerSecurityOptions { get; set; }

    public bool? Interactive { get; set; }

    public bool? PseudoTerminal { get; set; }

    public Dictionary<string, string>? DockerLabels { get; set; }

    public List<Ulimit>? Ulimits { get; set; }

    public LogConfiguration? LogConfiguration { get; set; }

    public HealthCheck? HealthCheck { get; set; }

    public List<SystemControl>? SystemControls { get; set; }

    public List<ResourceRequirement>? ResourceRequirements { get; set; }

    public FirelensConfiguration? FirelensConfiguration { get; set; }

    public List<string>? CredentialSpecs { get; set; }
}

public class ContainerDependency
{
    public string? ContainerName { get; set; }

    public ContainerCondition? Condition { get; set; }
}

public class ContainerImage
{
    public string? ContainerName { get; set; }

    /// <summary>As in "sha256:…"; what every task of the revision runs.</summary>
    public string? ImageDigest { get; set; }

    /// <summary>As the task definition has it.</summary>
    public string? Image { get; set; }
}

public class ContainerInstance
{
    public string? ContainerInstanceArn { get; set; }

    public string? Ec2InstanceId { get; set; }

    public string? CapacityProviderName { get; set; }

    public long? Version { get; set; }

    public VersionInfo? VersionInfo { get; set; }

    public List<Resource>? RemainingResources { get; set; }

    public List<Resource>? RegisteredResources { get; set; }

    /// <summary>REGISTERING, REGISTRATION_FAILED, ACTIVE, INACTIVE, DEREGISTERING or DRAINING.</summary>
    public string? Status { get; set; }

    public string? StatusReason { get; set; }

    public bool? AgentConnected { get; set; }

    public int? RunningTasksCount { get; set; }

    public int? PendingTasksCount { get; set; }

    public List<Attribute>? Attributes { get; set; }

    public DateTime? RegisteredAt { get; set; }

    public List<Attachment>? Attachments { get; set; }

    public List<Tag>? Tags { get; set; }
}

public class ContainerRestartPolicy
{
    public bool? Enabled { get; set; }

    public List<int?>? IgnoredExitCodes { get; set; }

    /// <summary>Seconds.</summary>
    public int? RestartAttemptPeriod { get; set; }
}

public class CreatedAt
{
    public DateTime? Before { get; set; }

    public DateTime? After { get; set; }
}

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

public class DeploymentCircuitBreaker
{
    public bool? Enable { get; set; }

    public bool? Rollback { get; set; }
}

public class DeploymentConfiguration
{
    public DeploymentCircuitBreaker? DeploymentCircuitBreaker { get; set; }

    public int? MaximumPercent { get; set; }

    public int? MinimumHealthyPercent { get; set; }

    public DeploymentStrategy? Strategy { get; set; }

    public int? BakeTimeInMinutes { get; set; }
}

public class DeploymentController
{
    public DeploymentControllerType? Type { get; set; }
}

public class Device
{
    public string? HostPath { get; set; }

    public string? ContainerPath { get; set; }

    /// <summary>Values of <see cref="DeviceCgroupPermission"/>.</summary>
    public List<string>? Permissions { get; set; }
}

public class DockerVolumeConfiguration
{
    public Scope? Scope { get; set; }

    public bool? Autoprovision { get; set; }

    public string? Driver { get; set; }

    public Dictionary<string, string>? DriverOpts { get; set; }

    public Dictionary<string, string>? Labels { get; set; }
}

public class EFSAuthorizationConfig
{
    public string? AccessPointId { get; set; }

    public EFSAuthorizationConfigIAM? Iam { get; set; }
}

public class EFSVolumeConfiguration
{
    public string? FileSystemId { get; set; }

    public string? RootDirectory { get; set; }

    public EFSTransitEncryption? TransitEncryption { get; set; }

    public int? TransitEncryptionPort { get; set; }

    public EFSAuthorizationConfig? AuthorizationConfig { get; set; }
}

public class EnvironmentFile
{
    public string? Value { get; set; }

    public EnvironmentFileType? Type { get; set; }
}

public class EphemeralStorage
{
    public int? SizeInGiB { get; set; }
}

public class Failure
{
    public string? Arn { get; set; }

    /// <summary>As in "MISSING".</summary>
    public string? Reason { get; set; }

    public string? Detail { get; set; }
}

public class FirelensConfiguration
{
    public FirelensConfigurationType? Type { get; set; }

    public Dictionary<string, string>? Options { get; set; }
}

public class HealthCheck
{
    /// <summary>CMD or CMD-SHELL first, then the command.</summary>
    public List<string>? Command { get; set; }

    /// <summary>Seconds, 5 to 300; 30 unless set.</summary>
    public int? Interval { get; set; }

    /// <summary>Seconds, 2 to 120; 5 unless set.</summary>
    public int? Timeout { get; set; }

    /// <summary>1 to 10; 3 unless set.</summary>
    public int? Retries { get; set; }

    /// <summary>Seconds, 0 to 300; off unless set.</summary>
    public int? StartPeriod { get; set; }
}

public class HostEntry
{
    public string? Hostname { get; set; }

    public string? IpAddress { get; set; }
}

public class HostVolumeProperties
{
    public string? SourcePath { get; set; }
}

public class KernelCapabilities
{
    public List<string>? Add { get; set; }

    public List<string>? Drop { get; set; }
}

public class KeyValuePair
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}

public class LinuxParameters
{
    public KernelCapabilities? Capabilities { get; set; }

    public List<Device>? Devices { get; set; }

    public bool? InitProcessEnabled { get; set; }

    /// <summary>MiB.</summary>
    public int? SharedMemorySize { get; set; }

    public List<Tmpfs>? Tmpfs { get; set; }

    /// <summary>MiB.</summary>
    public int? MaxSwap { get; set; }

    /// <summary>0 to 100.</summary>
    public int? Swappiness { get; set; }
}

public class LoadBalancer
{
    public string? TargetGroupArn { get; set; }

    public string? LoadBalancerName { get; set; }

    public string? ContainerName { get; set; }

    public int? ContainerPort { get; set; }
}

public class LogConfiguration
{
    public LogDriver? LogDriver { get; set; }

    public Dictionary<string, string>? Options { get; set; }

    public List<Secret>? SecretOptions { get; set; }
}

public class ManagedAgent
{
    public DateTime? LastStartedAt { get; set; }

    public ManagedAgentName? Name { get; set; }

    public string? Reason { get; set; }

    public string? LastStatus { get; set; }
}

public class MountPoint
{
    public string? SourceVolume { get; set; }

    public string? ContainerPath { get; set; }

    public bool? ReadOnly { get; set; }
}

public class NetworkBinding
{
    public string? BindIP { get; set; }

    public int? ContainerPort { get; set; }

    public int? HostPort { get; set; }

    public TransportProtocol? Protocol { get; set; }

    public string? ContainerPortRange { get; set; }

    public string? HostPortRange { get; set; }
}

public class NetworkConfiguration
{
    public AwsVpcConfiguration? AwsvpcConfiguration { get; set; }
}

public class NetworkInterface
{
    public string? AttachmentId { get; set; }

    public string? PrivateIpv4Address { get; set; }

    public string? Ipv6Address { get; set; }
}

public class PlacementConstraint
{
    public PlacementConstraintType? Type { get; set; }

    public string? Expression { get; set; }
}

public class PlacementStrategy
{
    public PlacementStrategyType? Type { get; set; }

    public string? Field { get; set; }
}

public class PortMapping
{
    public int? ContainerPort { get; set; }

    public int? HostPort { get; set; }

    public TransportProtocol? Protocol { get; set; }

    public string? Name { get; set; }

    public ApplicationProtocol? AppProtocol { get; set; }

    public string? ContainerPortRange { get; set; }
}

public class ProxyConfiguration
{
    public ProxyConfigurationType? Type { get; set; }

    public string? ContainerName { get; set; }

    public List<KeyValuePair>? Properties { get; set; }
}

public class RepositoryCredentials
{
    public string? CredentialsParameter { get; set; }
}

public class Resource
{
    public string? Name { get; set; }

    public string? Type { get; set; }

    public double? DoubleValue { get; set; }

    public long? LongValue { get; set; }

    public int? IntegerValue { get; set; }

    public List<string>? StringSetValue { get; set; }
}

public class ResourceRequirement
{
    public string? Value { get; set; }

    public ResourceType? Type { get; set; }
}

public class Rollback
{
    public string? Reason { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>The revision that ECS went back to.</summary>
    public string? ServiceRevisionArn { get; set; }
}

public class RuntimePlatform
{
    public CPUArchitecture? CpuArchitecture { get; set; }

    public OSFamily? OperatingSystemFamily { get; set; }
}

public class Secret
{
    public string? Name { get; set; }

    /// <summary>ARN of a Secrets Manager secret or an SSM parameter.</summary>
    public string? ValueFrom { get; set; }
}

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

public class ServiceCurrentRevisionSummary
{
    /// <summary>The service revision's.</summary>
    public string? Arn { get; set; }

    public int? RequestedTaskCount { get; set; }

    public int? RunningTaskCount { get; set; }

    public int? PendingTaskCount { get; set; }
}

public class ServiceDeployment
{
    public string? ServiceDeploymentArn { get; set; }

    public string? ServiceArn { get; set; }

    public string? ClusterArn { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>Completed, rolled back or failed; null while it goes on.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Stopped by somebody, or failed where no rollback is set.</summary>
    public DateTime? StoppedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    /// <summary>Those that ran when it began.</summary>
    public List<ServiceRevisionSummary>? SourceServiceRevisions { get; set; }

    public ServiceRevisionSummary? TargetServiceRevision { get; set; }

    public ServiceDeploymentStatus? Status { get; set; }

    public string? StatusReason { get; set; }

    public ServiceDeploymentLifecycleStage? LifecycleStage { get; set; }

    public DeploymentConfiguration? DeploymentConfiguration { get; set; }

    /// <summary>Null while ECS has not gone back.</summary>
    public Rollback? Rollback { get; set; }

    public ServiceDeploymentCircuitBreaker? DeploymentCircuitBreaker { get; set; }

    public ServiceDeploymentAlarms? Alarms { get; set; }
}

public class ServiceDeploymentAlarms
{
    public ServiceDeploymentRollbackMonitorsStatus? Status { get; set; }

    public List<string>? AlarmNames { get; set; }

    public List<string>? TriggeredAlarmNames { get; set; }
}

public class ServiceDeploymentBrief
{
    public string? ServiceDeploymentArn { get; set; }

    public string? ServiceArn { get; set; }

    public string? ClusterArn { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? CreatedAt { get; set; }

    /// <summary>Completed, rolled back or failed; null while it goes on.</summary>
    public DateTime? FinishedAt { get; set; }

    public string? TargetServiceRevisionArn { get; set; }

    public ServiceDeploymentStatus? Status { get; set; }

    public string? StatusReason { get; set; }
}

public class ServiceDeploymentCircuitBreaker
{
    public ServiceDeploymentRollbackMonitorsStatus? Status { get; set; }

    public int? FailureCount { get; set; }

    /// <summary>Failures at which it goes off: half the desired count, at least 3 and at most 200.</summary>
    public int? Threshold { get; set; }
}

public class ServiceEvent
{
    public string? Id { get; set; }

    public DateTime? CreatedAt { get; set; }

    public string? Message { get; set; }
}

public class ServiceRegistry
{
    public string? RegistryArn { get; set; }

    public int? Port { get; set; }

    public string? ContainerName { get; set; }

    public int? ContainerPort { get; set; }
}

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

public class ServiceRevisionSummary
{
    /// <summary>The service revision's.</summary>
    public string? Arn { get; set; }

    public int? RequestedTaskCount { get; set; }

    public int? RunningTaskCount { get; set; }

    public int? PendingTaskCount { get; set; }

    /// <summary>Per cent.</summary>
    public double? RequestedTestTrafficWeight { get; set; }

    /// <summary>Per cent.</summary>
    public double? RequestedProductionTrafficWeight { get; set; }
}

public class Setting
{
    public SettingName? Name { get; set; }

    /// <summary>As in "enabled".</summary>
    public string? Value { get; set; }

    public string? PrincipalArn { get; set; }

    public SettingType? Type { get; set; }
}

public class SystemControl
{
    public string? Namespace { get; set; }

    public string? Value { get; set; }
}

public class Tag
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}

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

public class TaskDefinition
{
    public string? TaskDefinitionArn { get; set; }

    public List<ContainerDefinition>? ContainerDefinitions { get; set; }

    public string? Family { get; set; }

    public string? TaskRoleArn { get; set; }

    public string? ExecutionRoleArn { get; set; }

    public NetworkMode? NetworkMode { get; set; }

    public int? Revision { get; set; }

    public List<Volume>? Volumes { get; set; }

    public TaskDefinitionStatus? Status { get; set; }

    public List<Attribute>? RequiresAttributes { get; set; }

    public List<TaskDefinitionPlacementConstraint>? PlacementConstraints { get; set; }

    /// <summary>Values of <see cref="Compatibility"/>.</summary>
    public List<string>? Compatibilities { get; set; }

    public RuntimePlatform? RuntimePlatform { get; set; }

    /// <summary>Values of <see cref="Compatibility"/>.</summary>
    public List<string>? RequiresCompatibilities { get; set; }

    /// <summary>CPU units.</summary>
    public string? Cpu { get; set; }

    /// <summary>MiB.</summary>
    public string? Memory { get; set; }

    public PidMode? PidMode { get; set; }

    public IpcMode? IpcMode { get; set; }

    public ProxyConfiguration? ProxyConfiguration { get; set; }

    public DateTime? RegisteredAt { get; set; }

    public DateTime? DeregisteredAt { get; set; }

    public DateTime? DeleteRequestedAt { get; set; }

    public string? RegisteredBy { get; set; }

    public EphemeralStorage? EphemeralStorage { get; set; }
}

public class TaskDefinitionPlacementConstraint
{
    public TaskDefinitionPlacementConstraintType? Type { get; set; }

    public string? Expression { get; set; }
}

public class Tmpfs
{
    public string? ContainerPath { get; set; }

    /// <summary>MiB.</summary>
    public int? Size { get; set; }

    public List<string>? MountOptions { get; set; }
}

public class Ulimit
{
    public UlimitName? Name { get; set; }

    public int? SoftLimit { get; set; }

    public int? HardLimit { get; set; }
}

public class VersionInfo
{
    public string? AgentVersion { get; set; }

    public string? AgentHash { get; set; }

    public string? DockerVersion { get; set; }
}

public class Volume
{
    public string? Name { get; set; }

    public HostVolumeProperties? Host { get; set; }

    public DockerVolumeConfiguration? DockerVolumeConfiguration { get; set; }

    public EFSVolumeConfiguration? EfsVolumeConfiguration { get; set; }
}

public class VolumeFrom
{
    public string? SourceContainer { get; set; }

    public bool? ReadOnly { get; set; }
}
