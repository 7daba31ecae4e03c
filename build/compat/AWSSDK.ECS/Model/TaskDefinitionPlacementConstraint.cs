namespace Amazon.ECS.Model;

public class TaskDefinitionPlacementConstraint
{
    public TaskDefinitionPlacementConstraintType? Type { get; set; }

    public string? Expression { get; set; }
}
