namespace Amazon.ECS.Model;

public class RuntimePlatform
{
    public CPUArchitecture? CpuArchitecture { get; set; }

    public OSFamily? OperatingSystemFamily { get; set; }
}
