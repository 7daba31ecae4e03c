namespace Amazon.ECS.Model;

public class ClusterSetting
{
    public ClusterSettingName? Name { get; set; }

    public string? Value { get; set; }
}
