namespace Amazon.ECS.Model;

public class ServiceRegistry
{
    public string? RegistryArn { get; set; }

    public int? Port { get; set; }

    public string? ContainerName { get; set; }

    public int? ContainerPort { get; set; }
}
