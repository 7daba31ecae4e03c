namespace Amazon.ECR.Model;

public class ImageScanFindingsSummary
{
    public DateTime? ImageScanCompletedAt { get; set; }

    public DateTime? VulnerabilitySourceUpdatedAt { get; set; }

    public Dictionary<FindingSeverity, int?>? FindingSeverityCounts { get; set; }
}
