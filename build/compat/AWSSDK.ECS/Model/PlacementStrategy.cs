namespace Amazon.ECS.Model;

public class PlacementStrategy
{
    public PlacementStrategyType? Type { get; set; }

    public string? Field { get; set; }
}
