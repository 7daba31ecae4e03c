namespace Amazon.ServiceDiscovery.Model;

public class HealthCheckConfig
{
    public HealthCheckType? Type { get; set; }

    public string? ResourcePath { get; set; }

    /// <summary>Checks in a row, 1 to 10.</summary>
    public int? FailureThreshold { get; set; }
}
