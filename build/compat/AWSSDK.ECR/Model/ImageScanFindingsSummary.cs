namespace Amazon.ECR.Model;

public class ImageScanFindingsSummary
{
    public DateTime? ImageScanCompletedAt { get; set; }

    public DateTime? VulnerabilitySourceUpdatedAt { get; set; }

    /// <summary>A value of <see cref="FindingSeverity"/> → number.</summary>
    public Dictionary<string, int>? FindingSeverityCounts { get; set; }
}
