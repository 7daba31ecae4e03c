namespace Amazon.ECS.Model;

public class ServiceDeploymentCircuitBreaker
{
    public ServiceDeploymentRollbackMonitorsStatus? Status { get; set; }

    public int? FailureCount { get; set; }

    /// <summary>Failures at which it goes off: half the desired count, at least 3 and at most 200.</summary>
    public int? Threshold { get; set; }
}
