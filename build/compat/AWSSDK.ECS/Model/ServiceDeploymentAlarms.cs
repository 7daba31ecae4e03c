namespace Amazon.ECS.Model;

public class ServiceDeploymentAlarms
{
    public ServiceDeploymentRollbackMonitorsStatus? Status { get; set; }

    public List<string>? AlarmNames { get; set; }

    public List<string>? TriggeredAlarmNames { get; set; }
}
