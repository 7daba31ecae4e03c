namespace Amazon.ECS.Model;

public class Tmpfs
{
    public string? ContainerPath { get; set; }

    /// <summary>MiB.</summary>
    public int? Size { get; set; }

    public List<string>? MountOptions { get; set; }
}
