using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

public class ApplicationProtocol : ConstantClass
{
    public static readonly ApplicationProtocol Http = new("http");
    public static readonly ApplicationProtocol Http2 = new("http2");
    public static readonly ApplicationProtocol Grpc = new("grpc");

    public ApplicationProtocol(string value)
        : base(value)
    {
    }

    public static ApplicationProtocol FindValue(string value) => FindValue<ApplicationProtocol>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ApplicationProtocol?(string? value) => value is null ? null : FindValue(value);
}

public class AssignPublicIp : ConstantClass
{
    public static readonly AssignPublicIp ENABLED = new("ENABLED");
    public static readonly AssignPublicIp DISABLED = new("DISABLED");

    public AssignPublicIp(string value)
        : base(value)
    {
    }

    public static AssignPublicIp FindValue(string value) => FindValue<AssignPublicIp>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AssignPublicIp?(string? value) => value is null ? null : FindValue(value);
}

public class AvailabilityZoneRebalancing : ConstantClass
{
    public static readonly AvailabilityZoneRebalancing ENABLED = new("ENABLED");
    public static readonly AvailabilityZoneRebalancing DISABLED = new("DISABLED");

    public AvailabilityZoneRebalancing(string value)
        : base(value)
    {
    }

    public static AvailabilityZoneRebalancing FindValue(string value) => FindValue<AvailabilityZoneRebalancing>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AvailabilityZoneRebalancing?(string? value) => value is null ? null : FindValue(value);
}

public class CPUArchitecture : ConstantClass
{
    public static readonly CPUArchitecture X86_64 = new("X86_64");
    public static readonly CPUArchitecture ARM64 = new("ARM64");

    public CPUArchitecture(string value)
        : base(value)
    {
    }

    public static CPUArchitecture FindValue(string value) => FindValue<CPUArchitecture>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator CPUArchitecture?(string? value) => value is null ? null : FindValue(value);
}

public class ClusterField : ConstantClass
{
    public static readonly ClusterField ATTACHMENTS = new("ATTACHMENTS");
    public static readonly ClusterField CONFIGURATIONS = new("CONFIGURATIONS");
    public static readonly ClusterField SETTINGS = new("SETTINGS");
    public static readonly ClusterField STATISTICS = new("STATISTICS");
    public static readonly ClusterField TAGS = new("TAGS");

    public ClusterField(string value)
        : base(value)
    {
    }

    public static ClusterField FindValue(string value) => FindValue<ClusterField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ClusterField?(string? value) => value is null ? null : FindValue(value);
}

public class ClusterSettingName : ConstantClass
{
    public static readonly ClusterSettingName ContainerInsights = new("containerInsights");

    public ClusterSettingName(string value)
        : base(value)
    {
    }

    public static ClusterSettingName FindValue(string value) => FindValue<ClusterSettingName>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ClusterSettingName?(string? value) => value is null ? null : FindValue(value);
}

public class Compatibility : ConstantClass
{
    public static readonly Compatibility EC2 = new("EC2");
    public static readonly Compatibility FARGATE = new("FARGATE");
    public static readonly Compatibility EXTERNAL = new("EXTERNAL");
    public static readonly Compatibility MANAGED_INSTANCES = new("MANAGED_INSTANCES");

    public Compatibility(string value)
        : base(value)
    {
    }

    public static Compatibility FindValue(string value) => FindValue<Compatibility>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Compatibility?(string? value) => value is null ? null : FindValue(value);
}

public class Connectivity : ConstantClass
{
    public static readonly Connectivity CONNECTED = new("CONNECTED");
    public static readonly Connectivity DISCONNECTED = new("DISCONNECTED");

    public Connectivity(string value)
        : base(value)
    {
    }

    public static Connectivity FindValue(string value) => FindValue<Connectivity>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Connectivity?(string? value) => value is null ? null : FindValue(value);
}

public class ContainerCondition : ConstantClass
{
    public static readonly ContainerCondition START = new("START");
    public static readonly ContainerCondition COMPLETE = new("COMPLETE");
    public static readonly ContainerCondition SUCCESS = new("SUCCESS");
    public static readonly ContainerCondition HEALTHY = new("HEALTHY");

    public ContainerCondition(string value)
        : base(value)
    {
    }

    public static ContainerCondition FindValue(string value) => FindValue<ContainerCondition>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ContainerCondition?(string? value) => value is null ? null : FindValue(value);
}

public class ContainerInstanceField : ConstantClass
{
    public static readonly ContainerInstanceField TAGS = new("TAGS");
    public static readonly ContainerInstanceField CONTAINER_INSTANCE_HEALTH = new("CONTAINER_INSTANCE_HEALTH");

    public ContainerInstanceField(string value)
        : base(value)
    {
    }

    public static ContainerInstanceField FindValue(string value) => FindValue<ContainerInstanceField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ContainerInstanceField?(string? value) => value is null ? null : FindValue(value);
}

public class ContainerInstanceStatus : ConstantClass
{
    public static readonly ContainerInstanceStatus ACTIVE = new("ACTIVE");
    public static readonly ContainerInstanceStatus DRAINING = new("DRAINING");
    public static readonly ContainerInstanceStatus REGISTERING = new("REGISTERING");
    public static readonly ContainerInstanceStatus DEREGISTERING = new("DEREGISTERING");
    public static readonly ContainerInstanceStatus REGISTRATION_FAILED = new("REGISTRATION_FAILED");

    public ContainerInstanceStatus(string value)
        : base(value)
    {
    }

    public static ContainerInstanceStatus FindValue(string value) => FindValue<ContainerInstanceStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ContainerInstanceStatus?(string? value) => value is null ? null : FindValue(value);
}

public class DeploymentControllerType : ConstantClass
{
    public static readonly DeploymentControllerType ECS = new("ECS");
    public static readonly DeploymentControllerType CODE_DEPLOY = new("CODE_DEPLOY");
    public static readonly DeploymentControllerType EXTERNAL = new("EXTERNAL");

    public DeploymentControllerType(string value)
        : base(value)
    {
    }

    public static DeploymentControllerType FindValue(string value) => FindValue<DeploymentControllerType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DeploymentControllerType?(string? value) => value is null ? null : FindValue(value);
}

public class DeploymentRolloutState : ConstantClass
{
    public static readonly DeploymentRolloutState COMPLETED = new("COMPLETED");
    public static readonly DeploymentRolloutState FAILED = new("FAILED");
    public static readonly DeploymentRolloutState IN_PROGRESS = new("IN_PROGRESS");

    public DeploymentRolloutState(string value)
        : base(value)
    {
    }

    public static DeploymentRolloutState FindValue(string value) => FindValue<DeploymentRolloutState>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DeploymentRolloutState?(string? value) => value is null ? null : FindValue(value);
}

public class DeploymentStrategy : ConstantClass
{
    public static readonly DeploymentStrategy ROLLING = new("ROLLING");
    public static readonly DeploymentStrategy BLUE_GREEN = new("BLUE_GREEN");
    public static readonly DeploymentStrategy LINEAR = new("LINEAR");
    public static readonly DeploymentStrategy CANARY = new("CANARY");

    public DeploymentStrategy(string value)
        : base(value)
    {
    }

    public static DeploymentStrategy FindValue(string value) => FindValue<DeploymentStrategy>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DeploymentStrategy?(string? value) => value is null ? null : FindValue(value);
}

public class DesiredStatus : ConstantClass
{
    public static readonly DesiredStatus RUNNING = new("RUNNING");
    public static readonly DesiredStatus PENDING = new("PENDING");
    public static readonly DesiredStatus STOPPED = new("STOPPED");

    public DesiredStatus(string value)
        : base(value)
    {
    }

    public static DesiredStatus FindValue(string value) => FindValue<DesiredStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DesiredStatus?(string? value) => value is null ? null : FindValue(value);
}

public class DeviceCgroupPermission : ConstantClass
{
    public static readonly DeviceCgroupPermission Read = new("read");
    public static readonly DeviceCgroupPermission Write = new("write");
    public static readonly DeviceCgroupPermission Mknod = new("mknod");

    public DeviceCgroupPermission(string value)
        : base(value)
    {
    }

    public static DeviceCgroupPermission FindValue(string value) => FindValue<DeviceCgroupPermission>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DeviceCgroupPermission?(string? value) => value is null ? null : FindValue(value);
}

public class EFSAuthorizationConfigIAM : ConstantClass
{
    public static readonly EFSAuthorizationConfigIAM ENABLED = new("ENABLED");
    public static readonly EFSAuthorizationConfigIAM DISABLED = new("DISABLED");

    public EFSAuthorizationConfigIAM(string value)
        : base(value)
    {
    }

    public static EFSAuthorizationConfigIAM FindValue(string value) => FindValue<EFSAuthorizationConfigIAM>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EFSAuthorizationConfigIAM?(string? value) => value is null ? null : FindValue(value);
}

public class EFSTransitEncryption : ConstantClass
{
    public static readonly EFSTransitEncryption ENABLED = new("ENABLED");
    public static readonly EFSTransitEncryption DISABLED = new("DISABLED");

    public EFSTransitEncryption(string value)
        : base(value)
    {
    }

    public static EFSTransitEncryption FindValue(string value) => FindValue<EFSTransitEncryption>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EFSTransitEncryption?(string? value) => value is null ? null : FindValue(value);
}

public class EnvironmentFileType : ConstantClass
{
    public static readonly EnvironmentFileType S3 = new("s3");

    public EnvironmentFileType(string value)
        : base(value)
    {
    }

    public static EnvironmentFileType FindValue(string value) => FindValue<EnvironmentFileType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EnvironmentFileType?(string? value) => value is null ? null : FindValue(value);
}

public class FirelensConfigurationType : ConstantClass
{
    public static readonly FirelensConfigurationType Fluentd = new("fluentd");
    public static readonly FirelensConfigurationType Fluentbit = new("fluentbit");

    public FirelensConfigurationType(string value)
        : base(value)
    {
    }

    public static FirelensConfigurationType FindValue(string value) => FindValue<FirelensConfigurationType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FirelensConfigurationType?(string? value) => value is null ? null : FindValue(value);
}

public class HealthStatus : ConstantClass
{
    public static readonly HealthStatus HEALTHY = new("HEALTHY");
    public static readonly HealthStatus UNHEALTHY = new("UNHEALTHY");
    public static readonly HealthStatus UNKNOWN = new("UNKNOWN");

    public HealthStatus(string value)
        : base(value)
    {
    }

    public static HealthStatus FindValue(string value) => FindValue<HealthStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator HealthStatus?(string? value) => value is null ? null : FindValue(value);
}

public class IpcMode : ConstantClass
{
    public static readonly IpcMode Host = new("host");
    public static readonly IpcMode Task = new("task");
    public static readonly IpcMode None = new("none");

    public IpcMode(string value)
        : base(value)
    {
    }

    public static IpcMode FindValue(string value) => FindValue<IpcMode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator IpcMode?(string? value) => value is null ? null : FindValue(value);
}

public class LaunchType : ConstantClass
{
    public static readonly LaunchType EC2 = new("EC2");
    public static readonly LaunchType FARGATE = new("FARGATE");
    public static readonly LaunchType EXTERNAL = new("EXTERNAL");
    public static readonly LaunchType MANAGED_INSTANCES = new("MANAGED_INSTANCES");

    public LaunchType(string value)
        : base(value)
    {
    }

    public static LaunchType FindValue(string value) => FindValue<LaunchType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator LaunchType?(string? value) => value is null ? null : FindValue(value);
}

public class LogDriver : ConstantClass
{
    public static readonly LogDriver JsonFile = new("json-file");
    public static readonly LogDriver Syslog = new("syslog");
    public static readonly LogDriver Journald = new("journald");
    public static readonly LogDriver Gelf = new("gelf");
    public static readonly LogDriver Fluentd = new("fluentd");
    public static readonly LogDriver Awslogs = new("awslogs");
    public static readonly LogDriver Splunk = new("splunk");
    public static readonly LogDriver Awsfirelens = new("awsfirelens");

    public LogDriver(string value)
        : base(value)
    {
    }

    public static LogDriver FindValue(string value) => FindValue<LogDriver>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator LogDriver?(string? value) => value is null ? null : FindValue(value);
}

public class ManagedAgentName : ConstantClass
{
    public static readonly ManagedAgentName ExecuteCommandAgent = new("ExecuteCommandAgent");

    public ManagedAgentName(string value)
        : base(value)
    {
    }

    public static ManagedAgentName FindValue(string value) => FindValue<ManagedAgentName>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ManagedAgentName?(string? value) => value is null ? null : FindValue(value);
}

public class NetworkMode : ConstantClass
{
    public static readonly NetworkMode Bridge = new("bridge");
    public static readonly NetworkMode Host = new("host");
    public static readonly NetworkMode Awsvpc = new("awsvpc");
    public static readonly NetworkMode None = new("none");

    public NetworkMode(string value)
        : base(value)
    {
    }

    public static NetworkMode FindValue(string value) => FindValue<NetworkMode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator NetworkMode?(string? value) => value is null ? null : FindValue(value);
}

public class OSFamily : ConstantClass
{
    public static readonly OSFamily WINDOWS_SERVER_2019_FULL = new("WINDOWS_SERVER_2019_FULL");
    public static readonly OSFamily WINDOWS_SERVER_2019_CORE = new("WINDOWS_SERVER_2019_CORE");
    public static readonly OSFamily WINDOWS_SERVER_2016_FULL = new("WINDOWS_SERVER_2016_FULL");
    public static readonly OSFamily WINDOWS_SERVER_2004_CORE = new("WINDOWS_SERVER_2004_CORE");
    public static readonly OSFamily WINDOWS_SERVER_2022_CORE = new("WINDOWS_SERVER_2022_CORE");
    public static readonly OSFamily WINDOWS_SERVER_2022_FULL = new("WINDOWS_SERVER_2022_FULL");
    public static readonly OSFamily WINDOWS_SERVER_2025_CORE = new("WINDOWS_SERVER_2025_CORE");
    public static readonly OSFamily WINDOWS_SERVER_2025_FULL = new("WINDOWS_SERVER_2025_FULL");
    public static readonly OSFamily WINDOWS_SERVER_20H2_CORE = new("WINDOWS_SERVER_20H2_CORE");
    public static readonly OSFamily LINUX = new("LINUX");

    public OSFamily(string value)
        : base(value)
    {
    }

    public static OSFamily FindValue(string value) => FindValue<OSFamily>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator OSFamily?(string? value) => value is null ? null : FindValue(value);
}

public class PidMode : ConstantClass
{
    public static readonly PidMode Host = new("host");
    public static readonly PidMode Task = new("task");

    public PidMode(string value)
        : base(value)
    {
    }

    public static PidMode FindValue(string value) => FindValue<PidMode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PidMode?(string? value) => value is null ? null : FindValue(value);
}

public class PlacementConstraintType : ConstantClass
{
    public static readonly PlacementConstraintType DistinctInstance = new("distinctInstance");
    public static readonly PlacementConstraintType MemberOf = new("memberOf");

    public PlacementConstraintType(string value)
        : base(value)
    {
    }

    public static PlacementConstraintType FindValue(string value) => FindValue<PlacementConstraintType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PlacementConstraintType?(string? value) => value is null ? null : FindValue(value);
}

public class PlacementStrategyType : ConstantClass
{
    public static readonly PlacementStrategyType Random = new("random");
    public static readonly PlacementStrategyType Spread = new("spread");
    public static readonly PlacementStrategyType Binpack = new("binpack");

    public PlacementStrategyType(string value)
        : base(value)
    {
    }

    public static PlacementStrategyType FindValue(string value) => FindValue<PlacementStrategyType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PlacementStrategyType?(string? value) => value is null ? null : FindValue(value);
}

public class PropagateTags : ConstantClass
{
    public static readonly PropagateTags TASK_DEFINITION = new("TASK_DEFINITION");
    public static readonly PropagateTags SERVICE = new("SERVICE");
    public static readonly PropagateTags NONE = new("NONE");

    public PropagateTags(string value)
        : base(value)
    {
    }

    public static PropagateTags FindValue(string value) => FindValue<PropagateTags>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PropagateTags?(string? value) => value is null ? null : FindValue(value);
}

public class ProxyConfigurationType : ConstantClass
{
    public static readonly ProxyConfigurationType APPMESH = new("APPMESH");

    public ProxyConfigurationType(string value)
        : base(value)
    {
    }

    public static ProxyConfigurationType FindValue(string value) => FindValue<ProxyConfigurationType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ProxyConfigurationType?(string? value) => value is null ? null : FindValue(value);
}

public class ResourceType : ConstantClass
{
    public static readonly ResourceType GPU = new("GPU");
    public static readonly ResourceType InferenceAccelerator = new("InferenceAccelerator");

    public ResourceType(string value)
        : base(value)
    {
    }

    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ResourceType?(string? value) => value is null ? null : FindValue(value);
}

public class SchedulingStrategy : ConstantClass
{
    public static readonly SchedulingStrategy REPLICA = new("REPLICA");
    public static readonly SchedulingStrategy DAEMON = new("DAEMON");

    public SchedulingStrategy(string value)
        : base(value)
    {
    }

    public static SchedulingStrategy FindValue(string value) => FindValue<SchedulingStrategy>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SchedulingStrategy?(string? value) => value is null ? null : FindValue(value);
}

public class Scope : ConstantClass
{
    public static readonly Scope Task = new("task");
    public static readonly Scope Shared = new("shared");

    public Scope(string value)
        : base(value)
    {
    }

    public static Scope FindValue(string value) => FindValue<Scope>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Scope?(string? value) => value is null ? null : FindValue(value);
}

public class ServiceDeploymentLifecycleStage : ConstantClass
{
    public static readonly ServiceDeploymentLifecycleStage RECONCILE_SERVICE = new("RECONCILE_SERVICE");
    public static readonly ServiceDeploymentLifecycleStage PRE_SCALE_UP = new("PRE_SCALE_UP");
    public static readonly ServiceDeploymentLifecycleStage SCALE_UP = new("SCALE_UP");
    public static readonly ServiceDeploymentLifecycleStage POST_SCALE_UP = new("POST_SCALE_UP");
    public static readonly ServiceDeploymentLifecycleStage TEST_TRAFFIC_SHIFT = new("TEST_TRAFFIC_SHIFT");
    public static readonly ServiceDeploymentLifecycleStage POST_TEST_TRAFFIC_SHIFT = new("POST_TEST_TRAFFIC_SHIFT");
    public static readonly ServiceDeploymentLifecycleStage PRODUCTION_TRAFFIC_SHIFT = new("PRODUCTION_TRAFFIC_SHIFT");
    public static readonly ServiceDeploymentLifecycleStage POST_PRODUCTION_TRAFFIC_SHIFT = new("POST_PRODUCTION_TRAFFIC_SHIFT");
    public static readonly ServiceDeploymentLifecycleStage BAKE_TIME = new("BAKE_TIME");
    public static readonly ServiceDeploymentLifecycleStage CLEAN_UP = new("CLEAN_UP");

    public ServiceDeploymentLifecycleStage(string value)
        : base(value)
    {
    }

    public static ServiceDeploymentLifecycleStage FindValue(string value) => FindValue<ServiceDeploymentLifecycleStage>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ServiceDeploymentLifecycleStage?(string? value) => value is null ? null : FindValue(value);
}

public class ServiceDeploymentRollbackMonitorsStatus : ConstantClass
{
    public static readonly ServiceDeploymentRollbackMonitorsStatus TRIGGERED = new("TRIGGERED");
    public static readonly ServiceDeploymentRollbackMonitorsStatus MONITORING = new("MONITORING");
    public static readonly ServiceDeploymentRollbackMonitorsStatus MONITORING_COMPLETE = new("MONITORING_COMPLETE");
    public static readonly ServiceDeploymentRollbackMonitorsStatus DISABLED = new("DISABLED");

    public ServiceDeploymentRollbackMonitorsStatus(string value)
        : base(value)
    {
    }

    public static ServiceDeploymentRollbackMonitorsStatus FindValue(string value) => FindValue<ServiceDeploymentRollbackMonitorsStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ServiceDeploymentRollbackMonitorsStatus?(string? value) => value is null ? null : FindValue(value);
}

public class ServiceDeploymentStatus : ConstantClass
{
    public static readonly ServiceDeploymentStatus PENDING = new("PENDING");
    public static readonly ServiceDeploymentStatus SUCCESSFUL = new("SUCCESSFUL");
    public static readonly ServiceDeploymentStatus STOPPED = new("STOPPED");
    public static readonly ServiceDeploymentStatus STOP_REQUESTED = new("STOP_REQUESTED");
    public static readonly ServiceDeploymentStatus IN_PROGRESS = new("IN_PROGRESS");
    public static readonly ServiceDeploymentStatus ROLLBACK_REQUESTED = new("ROLLBACK_REQUESTED");
    public static readonly ServiceDeploymentStatus ROLLBACK_IN_PROGRESS = new("ROLLBACK_IN_PROGRESS");
    public static readonly ServiceDeploymentStatus ROLLBACK_SUCCESSFUL = new("ROLLBACK_SUCCESSFUL");
    public static readonly ServiceDeploymentStatus ROLLBACK_FAILED = new("ROLLBACK_FAILED");

    public ServiceDeploymentStatus(string value)
        : base(value)
    {
    }

    public static ServiceDeploymentStatus FindValue(string value) => FindValue<ServiceDeploymentStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ServiceDeploymentStatus?(string? value) => value is null ? null : FindValue(value);
}

public class ServiceField : ConstantClass
{
    public static readonly ServiceField TAGS = new("TAGS");

    public ServiceField(string value)
        : base(value)
    {
    }

    public static ServiceField FindValue(string value) => FindValue<ServiceField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ServiceField?(string? value) => value is null ? null : FindValue(value);
}

public class SettingName : ConstantClass
{
    public static readonly SettingName AwsvpcTrunking = new("awsvpcTrunking");
    public static readonly SettingName ContainerInsights = new("containerInsights");
    public static readonly SettingName ContainerInstanceLongArnFormat = new("containerInstanceLongArnFormat");
    public static readonly SettingName DefaultLogDriverMode = new("defaultLogDriverMode");
    public static readonly SettingName FargateFIPSMode = new("fargateFIPSMode");
    public static readonly SettingName FargateTaskRetirementWaitPeriod = new("fargateTaskRetirementWaitPeriod");
    public static readonly SettingName GuardDutyActivate = new("guardDutyActivate");
    public static readonly SettingName ServiceLongArnFormat = new("serviceLongArnFormat");
    public static readonly SettingName TagResourceAuthorization = new("tagResourceAuthorization");
    public static readonly SettingName TaskLongArnFormat = new("taskLongArnFormat");

    public SettingName(string value)
        : base(value)
    {
    }

    public static SettingName FindValue(string value) => FindValue<SettingName>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SettingName?(string? value) => value is null ? null : FindValue(value);
}

public class SettingType : ConstantClass
{
    public static readonly SettingType AwsManaged = new("aws_managed");
    public static readonly SettingType User = new("user");

    public SettingType(string value)
        : base(value)
    {
    }

    public static SettingType FindValue(string value) => FindValue<SettingType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SettingType?(string? value) => value is null ? null : FindValue(value);
}

public class SortOrder : ConstantClass
{
    public static readonly SortOrder ASC = new("ASC");
    public static readonly SortOrder DESC = new("DESC");

    public SortOrder(string value)
        : base(value)
    {
    }

    public static SortOrder FindValue(string value) => FindValue<SortOrder>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SortOrder?(string? value) => value is null ? null : FindValue(value);
}

public class TargetType : ConstantClass
{
    public static readonly TargetType ContainerInstance = new("container-instance");

    public TargetType(string value)
        : base(value)
    {
    }

    public static TargetType FindValue(string value) => FindValue<TargetType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TargetType?(string? value) => value is null ? null : FindValue(value);
}

public class TaskDefinitionField : ConstantClass
{
    public static readonly TaskDefinitionField TAGS = new("TAGS");

    public TaskDefinitionField(string value)
        : base(value)
    {
    }

    public static TaskDefinitionField FindValue(string value) => FindValue<TaskDefinitionField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TaskDefinitionField?(string? value) => value is null ? null : FindValue(value);
}

public class TaskDefinitionPlacementConstraintType : ConstantClass
{
    public static readonly TaskDefinitionPlacementConstraintType MemberOf = new("memberOf");

    public TaskDefinitionPlacementConstraintType(string value)
        : base(value)
    {
    }

    public static TaskDefinitionPlacementConstraintType FindValue(string value) => FindValue<TaskDefinitionPlacementConstraintType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TaskDefinitionPlacementConstraintType?(string? value) => value is null ? null : FindValue(value);
}

public class TaskDefinitionStatus : ConstantClass
{
    public static readonly TaskDefinitionStatus ACTIVE = new("ACTIVE");
    public static readonly TaskDefinitionStatus INACTIVE = new("INACTIVE");
    public static readonly TaskDefinitionStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");

    public TaskDefinitionStatus(string value)
        : base(value)
    {
    }

    public static TaskDefinitionStatus FindValue(string value) => FindValue<TaskDefinitionStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TaskDefinitionStatus?(string? value) => value is null ? null : FindValue(value);
}

public class TaskField : ConstantClass
{
    public static readonly TaskField TAGS = new("TAGS");

    public TaskField(string value)
        : base(value)
    {
    }

    public static TaskField FindValue(string value) => FindValue<TaskField>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TaskField?(string? value) => value is null ? null : FindValue(value);
}

public class TaskStopCode : ConstantClass
{
    public static readonly TaskStopCode TaskFailedToStart = new("TaskFailedToStart");
    public static readonly TaskStopCode EssentialContainerExited = new("EssentialContainerExited");
    public static readonly TaskStopCode UserInitiated = new("UserInitiated");
    public static readonly TaskStopCode ServiceSchedulerInitiated = new("ServiceSchedulerInitiated");
    public static readonly TaskStopCode SpotInterruption = new("SpotInterruption");
    public static readonly TaskStopCode TerminationNotice = new("TerminationNotice");

    public TaskStopCode(string value)
        : base(value)
    {
    }

    public static TaskStopCode FindValue(string value) => FindValue<TaskStopCode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TaskStopCode?(string? value) => value is null ? null : FindValue(value);
}

public class TransportProtocol : ConstantClass
{
    public static readonly TransportProtocol Tcp = new("tcp");
    public static readonly TransportProtocol Udp = new("udp");

    public TransportProtocol(string value)
        : base(value)
    {
    }

    public static TransportProtocol FindValue(string value) => FindValue<TransportProtocol>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator TransportProtocol?(string? value) => value is null ? null : FindValue(value);
}

public class UlimitName : ConstantClass
{
    public static readonly UlimitName Core = new("core");
    public static readonly UlimitName Cpu = new("cpu");
    public static readonly UlimitName Data = new("data");
    public static readonly UlimitName Fsize = new("fsize");
    public static readonly UlimitName Locks = new("locks");
    public static readonly UlimitName Memlock = new("memlock");
    public static readonly UlimitName Msgqueue = new("msgqueue");
    public static readonly UlimitName Nice = new("nice");
    public static readonly UlimitName Nofile = new("nofile");
    public static readonly UlimitName Nproc = new("nproc");
    public static readonly UlimitName Rss = new("rss");
    public static readonly UlimitName Rtprio = new("rtprio");
    public static readonly UlimitName Rttime = new("rttime");
    public static readonly UlimitName Sigpending = new("sigpending");
    public static readonly UlimitName Stack = new("stack");

    public UlimitName(string value)
        : base(value)
    {
    }

    public static UlimitName FindValue(string value) => FindValue<UlimitName>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator UlimitName?(string? value) => value is null ? null : FindValue(value);
}

public class VersionConsistency : ConstantClass
{
    public static readonly VersionConsistency Enabled = new("enabled");
    public static readonly VersionConsistency Disabled = new("disabled");

    public VersionConsistency(string value)
        : base(value)
    {
    }

    public static VersionConsistency FindValue(string value) => FindValue<VersionConsistency>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator VersionConsistency?(string? value) => value is null ? null : FindValue(value);
}
