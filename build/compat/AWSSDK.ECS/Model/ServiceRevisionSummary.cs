namespace Amazon.ECS.Model;

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
