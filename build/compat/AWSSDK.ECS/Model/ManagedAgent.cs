namespace Amazon.ECS.Model;

public class ManagedAgent
{
    public DateTime? LastStartedAt { get; set; }

    public ManagedAgentName? Name { get; set; }

    public string? Reason { get; set; }

    public string? LastStatus { get; set; }
}
