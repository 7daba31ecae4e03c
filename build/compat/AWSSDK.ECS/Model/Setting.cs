namespace Amazon.ECS.Model;

public class Setting
{
    public SettingName? Name { get; set; }

    /// <summary>As in "enabled".</summary>
    public string? Value { get; set; }

    public string? PrincipalArn { get; set; }

    public SettingType? Type { get; set; }
}
