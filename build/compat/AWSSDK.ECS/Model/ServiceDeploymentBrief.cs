namespace Amazon.ECS.Model;

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
