namespace Amazon.ECS.Model;

public class KeyValuePair
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}
