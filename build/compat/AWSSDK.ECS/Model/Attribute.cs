namespace Amazon.ECS.Model;

public class Attribute
{
    public string? Name { get; set; }

    public string? Value { get; set; }

    public TargetType? TargetType { get; set; }

    public string? TargetId { get; set; }
}
