namespace Amazon.ECS.Model;

public class ResourceRequirement
{
    public string? Value { get; set; }

    public ResourceType? Type { get; set; }
}
