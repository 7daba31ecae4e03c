namespace Amazon.ECS.Model;

public class ContainerDependency
{
    public string? ContainerName { get; set; }

    public ContainerCondition? Condition { get; set; }
}
