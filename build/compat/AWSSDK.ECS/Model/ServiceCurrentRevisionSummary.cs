namespace Amazon.ECS.Model;

public class ServiceCurrentRevisionSummary
{
    /// <summary>The service revision's.</summary>
    public string? Arn { get; set; }

    public int? RequestedTaskCount { get; set; }

    public int? RunningTaskCount { get; set; }

    public int? PendingTaskCount { get; set; }
}
