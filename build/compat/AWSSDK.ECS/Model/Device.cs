namespace Amazon.ECS.Model;

public class Device
{
    public string? HostPath { get; set; }

    public string? ContainerPath { get; set; }

    /// <summary>Values of <see cref="DeviceCgroupPermission"/>.</summary>
    public List<string>? Permissions { get; set; }
}
