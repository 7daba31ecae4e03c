namespace Amazon.ECS.Model;

public class MountPoint
{
    public string? SourceVolume { get; set; }

    public string? ContainerPath { get; set; }

    public bool? ReadOnly { get; set; }
}
