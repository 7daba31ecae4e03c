namespace Amazon.ECS.Model;

public class PlacementConstraint
{
    public PlacementConstraintType? Type { get; set; }

    public string? Expression { get; set; }
}
