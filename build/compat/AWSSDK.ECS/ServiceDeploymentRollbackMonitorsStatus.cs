using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace Amazon.ECS;

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
