namespace Amazon.ECS.Model;

public class ProxyConfiguration
{
    public ProxyConfigurationType? Type { get; set; }

    public string? ContainerName { get; set; }

    public List<KeyValuePair>? Properties { get; set; }
}
