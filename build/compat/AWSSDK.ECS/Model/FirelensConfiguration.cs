namespace Amazon.ECS.Model;

public class FirelensConfiguration
{
    public FirelensConfigurationType? Type { get; set; }

    public Dictionary<string, string>? Options { get; set; }
}
