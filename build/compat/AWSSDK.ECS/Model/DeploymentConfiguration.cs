namespace Amazon.ECS.Model;

public class DeploymentConfiguration
{
    public DeploymentCircuitBreaker? DeploymentCircuitBreaker { get; set; }

    public int? MaximumPercent { get; set; }

    public int? MinimumHealthyPercent { get; set; }

    public DeploymentStrategy? Strategy { get; set; }

    public int? BakeTimeInMinutes { get; set; }
}
