namespace Amazon.ECS.Model;

public class ListAccountSettingsRequest : AmazonECSRequest
{
    public SettingName? Name { get; set; }

    public string? Value { get; set; }

    public string? PrincipalArn { get; set; }

    public bool? EffectiveSettings { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}
