namespace Amazon.ECS.Model;

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
