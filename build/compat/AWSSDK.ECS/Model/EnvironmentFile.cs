namespace Amazon.ECS.Model;

public class EnvironmentFile
{
    public string? Value { get; set; }

    public EnvironmentFileType? Type { get; set; }
}
