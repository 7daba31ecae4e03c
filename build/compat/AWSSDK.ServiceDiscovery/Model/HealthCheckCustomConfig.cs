namespace Amazon.ServiceDiscovery.Model;

public class HealthCheckCustomConfig
{
    /// <summary>Deprecated: always 1.</summary>
    public int? FailureThreshold { get; set; }
}
