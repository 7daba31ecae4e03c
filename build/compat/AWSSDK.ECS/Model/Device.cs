namespace Amazon.ECS.Model;

public class Device
{
    public string? HostPath { get; set; }

    public string? ContainerPath { get; set; }

    public List<DeviceCgroupPermission>? Permissions { get; set; }
}
