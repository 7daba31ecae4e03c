namespace Amazon.ECS.Model;

public class LinuxParameters
{
    public KernelCapabilities? Capabilities { get; set; }

    public List<Device>? Devices { get; set; }

    public bool? InitProcessEnabled { get; set; }

    /// <summary>MiB.</summary>
    public int? SharedMemorySize { get; set; }

    public List<Tmpfs>? Tmpfs { get; set; }

    /// <summary>MiB.</summary>
    public int? MaxSwap { get; set; }

    /// <summary>0 to 100.</summary>
    public int? Swappiness { get; set; }
}
