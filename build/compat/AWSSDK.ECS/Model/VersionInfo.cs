namespace Amazon.ECS.Model;

public class VersionInfo
{
    public string? AgentVersion { get; set; }

    public string? AgentHash { get; set; }

    public string? DockerVersion { get; set; }
}
