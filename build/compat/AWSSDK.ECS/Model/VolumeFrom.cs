namespace Amazon.ECS.Model;

public class VolumeFrom
{
    public string? SourceContainer { get; set; }

    public bool? ReadOnly { get; set; }
}
